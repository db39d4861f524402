//! A random sample of observations with the text around their figures, for checks by hand.

use zonestat::data::{Dataset, ObservationIx, SourceIx};

use crate::document::{Document, whole};

/// The characters of text that are shown on either side of a figure.
const AROUND: usize = 48;

/// So many different observations, drawn at random; the same seed draws the same ones.
#[must_use]
pub fn draw(dataset: &Dataset, count: usize, seed: u64) -> Vec<ObservationIx> {
    let mut all: Vec<_> = (0..dataset.observations().len())
        .filter_map(ObservationIx::of)
        .collect();
    let mut state = seed;
    let count = count.min(all.len());
    for at in 0..count {
        let left = (all.len() - at) as u64;
        let pick = at + (next(&mut state) % left) as usize;
        all.swap(at, pick);
    }
    all.truncate(count);
    all
}

/// The next number of the generator SplitMix64.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// An observation with everything that it claims, and the text around its figures where the documents are at hand.
#[must_use]
pub fn describe(dataset: &Dataset, ix: ObservationIx, documents: &[(SourceIx, Document)]) -> String {
    let o = dataset.observation(ix);
    let (entity, indicator) = (dataset.entity(o.entity), dataset.indicator(o.indicator));
    let mut out = format!(
        "{}\n  {} | {} | {} {} | {} ({}) | {} | {} | {}",
        o.id,
        entity.name.zh,
        indicator.name.zh,
        o.value_text(),
        o.unit.as_str(),
        o.period,
        o.period_basis.as_str(),
        o.status.as_str(),
        o.qualifier.as_str(),
        o.kind.as_str()
    );
    if let Some(scope) = o.scope {
        out.push_str(&format!(" | scope {}", dataset.entity(scope).name.zh));
    }
    if let Some(label) = &o.scope_label {
        out.push_str(&format!(" ({})", label.zh));
    }
    if let Some(of) = o.of {
        out.push_str(&format!(" | of {}", dataset.observation(of).id));
    }
    if let Some(note) = &o.note {
        out.push_str(&format!("\n  note: {}", note.zh));
    }
    for locator in dataset.locators(ix) {
        let source = dataset.source(locator.source);
        out.push_str(&format!(
            "\n  {} ¶{} #{} ",
            source.id, locator.paragraph, locator.occurrence
        ));
        let document = documents.iter().find(|(ix, _)| *ix == locator.source);
        let paragraph = document.and_then(|(_, document)| document.paragraph(locator.paragraph));
        let place = paragraph.and_then(|text| {
            let at = *whole(text, &locator.figure).get(usize::from(locator.occurrence).checked_sub(1)?)?;
            Some((&text[..at], &text[at + locator.figure.len()..]))
        });
        let (before, after) = place.unwrap_or_default();
        let skip = before.chars().count().saturating_sub(AROUND);
        out.extend(before.chars().skip(skip));
        out.push_str(&format!("【{}】", locator.figure));
        out.extend(after.chars().take(AROUND));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_draws_the_same_different_ones() {
        let dataset = Dataset::bundled();
        let drawn = draw(dataset, 40, 7);
        assert_eq!(drawn, draw(dataset, 40, 7));
        assert_ne!(drawn, draw(dataset, 40, 8));
        let mut once = drawn.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), drawn.len());
        assert_eq!(draw(dataset, usize::MAX, 1).len(), dataset.observations().len());
    }
}
