//! The order of a table's rows by each column that is more than words: values by amount, periods by time.

use std::cmp::Ordering;

use super::json::Json;
use crate::data::{Dataset, ObservationIx};
use crate::format::{Kind, Unit};
use crate::sort::order;

/// The rank of every row by period, value, status, source and printed figure, as a JSON object. Equal rows have equal
/// ranks; `null` stands for nothing to rank. `rows` names the first observation of each row.
///
/// Amounts of different units do not compare: each unit has its own stretch of ranks.
#[must_use]
pub fn ranks(ds: &Dataset, rows: &str) -> String {
    let rows: Vec<Option<ObservationIx>> = rows.split_whitespace().map(|id| ds.find_observation(id)).collect();
    let mut json = Json::new();
    json.object(|json| {
        column(json, "period", &rows, &mut |a, b| by_period(ds, a, b));
        column(json, "status", &rows, &mut |a, b| {
            let status = |ix| (ds.observation(ix).status, ds.is_partial(ix));
            status(a).cmp(&status(b))
        });
        column(json, "source", &rows, &mut |a, b| by_source(ds, a, b));
        let amounts: Vec<Option<ObservationIx>> = rows
            .iter()
            .map(|ix| ix.filter(|ix| !matches!(ds.observation(*ix).kind, Kind::First | Kind::Only)))
            .collect();
        column(json, "value", &amounts, &mut |a, b| by_amount(ds, a, b));
        column(json, "printed", &amounts, &mut |a, b| by_amount(ds, a, b));
    });
    json.finish()
}

/// Writes the ranks of the rows that have something to compare.
fn column(
    json: &mut Json,
    name: &str,
    rows: &[Option<ObservationIx>],
    compare: &mut dyn FnMut(ObservationIx, ObservationIx) -> Ordering,
) {
    let known: Vec<(usize, ObservationIx)> = rows
        .iter()
        .enumerate()
        .filter_map(|(row, ix)| Some((row, (*ix)?)))
        .collect();
    let sorted = order(known.len(), &mut |a, b| compare(known[a].1, known[b].1));
    let mut ranks: Vec<Option<usize>> = vec![None; rows.len()];
    let mut rank = 0;
    for (at, &place) in sorted.iter().enumerate() {
        if at > 0 && compare(known[sorted[at - 1]].1, known[place].1).is_ne() {
            rank += 1;
        }
        ranks[known[place].0] = Some(rank);
    }
    json.key(name).array(|json| {
        for rank in &ranks {
            match rank {
                Some(rank) => json.number(rank),
                None => json.null(),
            }
        }
    });
}

fn by_period(ds: &Dataset, a: ObservationIx, b: ObservationIx) -> Ordering {
    let period = |ix| ds.observation(ix).period.order();
    period(a).cmp(&period(b))
}

fn by_amount(ds: &Dataset, a: ObservationIx, b: ObservationIx) -> Ordering {
    let (x, y) = (ds.observation(a), ds.observation(b));
    x.unit.cmp(&y.unit).then_with(|| match x.unit {
        // When something happens is its period.
        Unit::Date => by_period(ds, a, b),
        _ => x.value.compare(y.value),
    })
}

/// By the date of the document, then by the paragraph.
fn by_source(ds: &Dataset, a: ObservationIx, b: ObservationIx) -> Ordering {
    let place = |ix| {
        let locator = ds.locators(ix).first();
        locator.map(|locator| {
            (
                ds.source(locator.source).date.order(),
                locator.source.at(),
                locator.paragraph,
            )
        })
    };
    place(a).cmp(&place(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_rank_by_amount_and_periods_by_time() {
        let ds = Dataset::bundled();
        let rows = "etdz-trade-2022-target etdz-trade-2017-01-08 no-such-row etdz-trade-2021 etdz-trade-2021";
        let text = ranks(ds, rows);
        assert!(text.contains(r#""period":[2,0,null,1,1]"#), "{text}");
        assert!(text.contains(r#""value":[2,0,null,1,1]"#), "{text}");
        assert!(
            text.contains(r#""status":[1,0,null,0,0]"#) || text.contains(r#""status":[2,1,null,0,0]"#),
            "{text}"
        );
    }
}
