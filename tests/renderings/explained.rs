//! No figure too many: whatever is written in digits is the figure of an observation, or belongs to a name, a period, a
//! document, a note or a derivation of the dataset, or counts what is shown, or stands at an axis.

use std::collections::BTreeSet;

use super::{gallery, shown};
use crate::figures::{Printing, is_printed, tokens};
use zonestat::data::{Dataset, Interval, Label, Observation, ObservationIx};
use zonestat::format::{Decimal, Lang};
use zonestat::scene::Scene;

/// What may be written in digits around a few observations.
struct Known {
    all: Vec<ObservationIx>,
    words: BTreeSet<String>,
}

impl Known {
    /// What the dataset holds around the observations of a scene.
    fn of(scene: &Scene, lang: Lang) -> Self {
        let ds = Dataset::bundled();
        let mut all: Vec<ObservationIx> = shown(scene)
            .into_iter()
            .filter_map(|id| ds.find_observation(id))
            .collect();
        let mut words = BTreeSet::new();
        let mut at = 0;
        while at < all.len() {
            let ix = all[at];
            let near = ds.relations().iter().filter(|r| r.from == ix || r.to == ix);
            let near = near
                .flat_map(|r| [r.from, r.to])
                .chain(ds.observation(ix).of)
                .chain(ds.modifiers(ix));
            let near: Vec<ObservationIx> = near.filter(|ix| !all.contains(ix)).collect();
            all.extend(near);
            at += 1;
        }
        let mut learn = |text: &str| words.extend(tokens(text).into_iter().map(|(token, _)| token));
        for &ix in &all {
            let o = ds.observation(ix);
            let (entity, indicator) = (ds.entity(o.entity), ds.indicator(o.indicator));
            let scope = o.scope.map(|scope| ds.entity(scope));
            let labels = [&entity.name, &entity.short, &indicator.name, &indicator.short];
            let labels = labels.into_iter().chain(scope.iter().flat_map(|s| [&s.name, &s.short]));
            let notes = [&entity.note, &indicator.note, &o.note, &o.scope_label];
            let label = |label: &Label| label.get(lang).to_owned();
            for text in labels.map(label).chain(notes.into_iter().flatten().map(label)) {
                learn(&text);
            }
            learn(&plain(&o.period.to_string()));
            for locator in ds.locators(ix) {
                let source = ds.source(locator.source);
                let texts = [
                    source.title.get(lang),
                    source.short.get(lang),
                    source.publisher.get(lang),
                    &*locator.figure,
                ];
                texts.into_iter().for_each(&mut learn);
                learn(&locator.paragraph.to_string());
                learn(&plain(&source.date.to_string()));
            }
        }
        for relation in ds.relations().iter().filter(|r| all.contains(&r.from)) {
            relation.note.iter().for_each(|note| learn(note.get(lang)));
        }
        Self { all, words }
    }

    fn observations(&self) -> impl Iterator<Item = &'static Observation> {
        self.all.iter().map(|ix| Dataset::bundled().observation(*ix))
    }

    /// What of a text is none of it.
    fn unexplained(&self, text: &str) -> Vec<(String, Vec<Printing>)> {
        let mut read = tokens(text);
        read.retain(|(token, places)| {
            let figure = |o: &Observation| places.iter().any(|place| is_printed(o, place));
            !self.words.contains(token) && !self.observations().any(figure)
        });
        read
    }
}

/// A period's or a day's numbers without the zeros before them: `2017-01/2017-08` has 1 and 8.
fn plain(period: &str) -> String {
    let parts = period.split(|c: char| !c.is_ascii_digit());
    parts
        .map(|part| part.trim_start_matches('0'))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a text says of itself that it works something out.
fn derives(text: &str, lang: Lang) -> bool {
    let words: &[&str] = match lang.code() {
        "zh" => &["推算", "四舍五入", "其余", "约"],
        _ => &["Derived", "derived", "rounding", "rest", "about"],
    };
    words.iter().any(|word| text.contains(word))
}

/// What two figures, or a whole and all of its parts, leave: the ends of the range, and its middle.
fn differences(known: &[ObservationIx]) -> Vec<Decimal> {
    let ds = Dataset::bundled();
    let mut found = Vec::new();
    let mut leave =
        |value: Option<Decimal>, room: Interval| found.extend([value, room.low, room.high].into_iter().flatten());
    for &a in known {
        let a = ds.observation(a);
        let mut parts = (Some(a.value), Interval::of(a));
        for &b in known {
            let part = ds
                .relations()
                .iter()
                .any(|r| r.from == b && std::ptr::eq(ds.observation(r.to), a));
            let b = ds.observation(b);
            let (less, room) = (b.value, Interval::of(b));
            leave(a.value.checked_sub(less), Interval::of(a).minus(room));
            if part {
                parts = (parts.0.and_then(|left| left.checked_sub(less)), parts.1.minus(room));
            }
        }
        leave(parts.0, parts.1);
        // Shares are parts of a hundred percent.
        let all = Decimal::whole(100);
        let whole = Interval {
            low: Some(all),
            high: Some(all),
        };
        leave(all.checked_sub(a.value), whole.minus(Interval::of(a)));
    }
    found
}

/// Whether a number may be one of these, rounded to its own last digit.
fn is_among(token: &str, places: &[Printing], values: &[Decimal]) -> bool {
    let plain = Decimal::parse(&token.replace(',', ""));
    let read = places.iter().flat_map(|place| match place {
        Printing::Number { ways, .. } => ways.iter().map(|way| way.value).collect(),
        _ => Vec::new(),
    });
    read.chain(plain).any(|number| {
        let step = 10_f64.powi(i32::from(number.exponent()));
        // A range may write its scale once, behind its second end.
        let scales = (0..=9).map(|power| 10_f64.powi(power));
        let near = |value: &Decimal| {
            scales.clone().any(|scale| {
                let apart = (number.to_f64() - value.to_f64().abs() / scale).abs();
                apart < step * 1.001
            })
        };
        values.iter().any(near)
    })
}

#[test]
fn tooltips_table_and_speech_have_no_figure_too_many() {
    let mut read = 0;
    for &lang in Lang::ALL {
        gallery(lang, |name, scene| {
            let known = Known::of(scene, lang);
            let implied = differences(&known.all);
            let marks = scene.marks.iter().flat_map(|mark| {
                let rows = mark.tip.rows.iter().map(|(_, value)| value);
                [&mark.speech, &mark.tip.title, &mark.label]
                    .into_iter()
                    .chain(rows)
                    .chain([&mark.tip.note])
            });
            let cells = scene.table.rows.iter().flat_map(|row| &row.cells);
            // A rest is derived, and says so beside itself.
            let has_rest = scene.table.rows.iter().any(|row| row.cells[7].is_empty());
            for text in marks.chain(cells) {
                read += tokens(text).len();
                for (token, places) in known.unexplained(text) {
                    let derived =
                        (has_rest || derives(text, lang)) && (token == "100" || is_among(&token, &places, &implied));
                    assert!(derived, "{name}: what is {token} in {text:?}?");
                }
            }
        });
    }
    assert!(read > 10_000, "{read} numbers");
}

#[test]
fn canvas_and_summary_have_no_figure_too_many() {
    for &lang in Lang::ALL {
        gallery(lang, |name, scene| {
            let known = Known::of(scene, lang);
            let implied = differences(&known.all);
            let indicators: BTreeSet<_> = known.observations().map(|o| o.indicator).collect();
            let count = |token: &str| {
                token
                    .parse::<usize>()
                    .is_ok_and(|n| n <= scene.table.rows.len().max(indicators.len()))
            };
            for (token, places) in known.unexplained(&scene.words.description) {
                let derived = || derives(&scene.words.description, lang) && is_among(&token, &places, &implied);
                assert!(
                    count(&token) || derived(),
                    "{name}: what is {token} in {:?}?",
                    scene.words.description
                );
            }
            let mut ticks = Vec::new();
            for run in scene.texts() {
                for (token, places) in known.unexplained(&run.text) {
                    // At an axis, or in large type, the word of its power of ten stands apart.
                    let digits = significant(&token);
                    let figure = known.observations().any(|o| significant(&o.value_text()) == digits);
                    let counted = run.text.len() > token.len() && count(&token);
                    let derived = is_among(&token, &places, &implied);
                    if !figure && !counted && !derived {
                        let bare = run.text.trim_end_matches(['%', '年']);
                        assert_eq!(bare, token, "{name}: what is {token} in {:?}?", run.text);
                        ticks.push((
                            run.text.clone(),
                            Decimal::parse(&token.replace(',', "")).unwrap().to_f64(),
                        ));
                    }
                }
            }
            // What is left are numbers at axes: round steps, or years.
            for (text, value) in ticks {
                let leading = significant(&text);
                let round = matches!(
                    leading.as_str(),
                    "1" | "2"
                        | "3"
                        | "4"
                        | "5"
                        | "6"
                        | "7"
                        | "8"
                        | "9"
                        | "12"
                        | "14"
                        | "15"
                        | "16"
                        | "18"
                        | "25"
                        | "35"
                        | "45"
                        | "75"
                );
                assert!(round || (1900.0..2040.0).contains(&value), "{name}: what is {text:?}?");
            }
        });
    }
}

/// The digits of a number without the zeros at its ends.
fn significant(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}
