//! A scene as the JSON that the element's skin works from: places, words, table. No picture, no numbers to format.

use super::json::Json;
use crate::format::Lang;
use crate::reading::{COLUMNS, PERIOD, parts};
use crate::scene::{Mark, Rect, Scene, Short, Table};

/// Writes the rendition of a scene.
#[must_use]
pub fn rendition(scene: &Scene, instructions: &str) -> String {
    let mut json = Json::new();
    json.object(|json| {
        json.key("width").number(&Short(scene.width));
        json.key("height").number(&Short(scene.height));
        json.key("lang").string(scene.lang);
        json.key("kind").string(scene.kind);
        let words = &scene.words;
        for (key, text) in [
            ("title", words.title.as_str()),
            ("subtitle", &words.subtitle),
            ("name", &words.name),
            ("description", &words.description),
            ("instructions", instructions),
        ] {
            json.key(key).string(text);
        }
        json.key("marks")
            .array(|json| scene.marks.iter().for_each(|mark| write_mark(json, mark)));
        json.key("legend").array(|json| {
            for entry in &scene.legend {
                json.object(|json| {
                    json.key("id").string(&entry.id);
                    json.key("label").string(&entry.label);
                    json.key("hidden").boolean(entry.hidden);
                    place(json, &entry.area);
                });
            }
        });
        json.key("table")
            .object(|json| write_table(json, &scene.table, scene.lang));
        json.key("notes").strings(&words.notes);
        json.key("sources").array(|json| {
            for source in &words.sources {
                json.object(|json| {
                    json.key("id").string(&source.id);
                    json.key("citation").string(&source.citation);
                    json.key("reference").string(&source.reference);
                    json.key("title").string(&source.title);
                    json.key("publisher").string(&source.publisher);
                    json.key("date").string(&source.date);
                    json.key("day").string(&source.day);
                    json.key("note").string(&source.note);
                    json.key("count").string(&source.count);
                    json.key("observations").strings(&source.observations);
                });
            }
        });
        json.key("observations").strings(&observations(scene));
    });
    json.finish()
}

/// The ids of every observation in a scene, each once, in reading order.
#[must_use]
pub fn observations(scene: &Scene) -> Vec<&str> {
    let mut ids = scene.table.ids();
    for id in scene.marks.iter().flat_map(|mark| &mark.observations) {
        ids.push(id);
    }
    // Equal ids are neighbours in this order, the first one first: of many thousands none is held against all others.
    let order = crate::sort::order(ids.len(), &mut |a, b| ids[a].cmp(ids[b]));
    let mut last = "";
    for at in order {
        let id = std::mem::take(&mut ids[at]);
        if id != last {
            ids[at] = id;
            last = id;
        }
    }
    ids.retain(|id| !id.is_empty());
    ids
}

fn place(json: &mut Json, area: &Rect) {
    json.key("x").number(&Short(area.x));
    json.key("y").number(&Short(area.y));
    json.key("width").number(&Short(area.width));
    json.key("height").number(&Short(area.height));
}

/// Writes a table with the columns that tell its rows apart. What is the same in every row and only says what the table is
/// about, such as the indicator, is said once, in the caption; a column without a word is left out.
fn write_table(json: &mut Json, table: &Table, lang: &str) {
    let rows = &table.rows;
    let mut caption = table.caption.clone();
    let mut shown: Vec<usize> = Vec::new();
    for at in 0..table.columns.len() {
        let first = rows.first().map_or("", |row| &row.cells[at]);
        let same = rows.iter().all(|row| row.cells[at] == first);
        // A row needs a name: the period is one where nothing else is. Rows that are not listed may be about other things.
        let about = at < PERIOD || at == PERIOD && !shown.is_empty();
        if same && about && rows.len() > 1 && table.rest.is_empty() {
            if caption != *first {
                caption = parts(Lang::of_tag(lang), &[&caption, first]);
            }
        } else if !(same && first.is_empty()) {
            shown.push(at);
        }
    }
    json.key("caption").string(&caption);
    json.key("note").string(&table.note);
    let each = |json: &mut Json, write: &dyn Fn(&mut Json, usize)| {
        json.array(|json| {
            for &at in &shown {
                write(json, at);
            }
        });
    };
    each(json.key("keys"), &|json, at| json.string(COLUMNS[at]));
    each(json.key("columns"), &|json, at| json.string(&table.columns[at].0));
    each(json.key("numeric"), &|json, at| json.boolean(table.columns[at].1));
    json.key("rows").array(|json| {
        for row in rows {
            json.object(|json| {
                json.key("observations").strings(&row.observations);
                each(json.key("cells"), &|json, at| json.string(&row.cells[at]));
            });
        }
    });
}

fn write_mark(json: &mut Json, mark: &Mark) {
    json.object(|json| {
        place(json, &mark.area);
        json.key("hit").object(|json| place(json, &mark.hit));
        if let Some(clear) = &mark.clear {
            json.key("clear").object(|json| place(json, clear));
        }
        if let Some(slice) = &mark.slice {
            json.key("slice")
                .array(|json| slice.iter().for_each(|n| json.number(&Short(*n))));
        }
        json.key("observations").strings(&mark.observations);
        json.key("label").string(&mark.label);
        json.key("speech").string(&mark.speech);
        json.key("tip").object(|json| {
            json.key("title").string(&mark.tip.title);
            json.key("rows").array(|json| {
                for (label, value) in &mark.tip.rows {
                    json.strings(&[label, value]);
                }
            });
            json.key("note").string(&mark.tip.note);
        });
        json.key("related")
            .array(|json| mark.related.iter().for_each(|i| json.number(i)));
    });
}

#[cfg(test)]
mod tests {
    use super::{Json, write_table};
    use crate::reading::COLUMNS;
    use crate::scene::{Table, TableRow};

    fn written(rows: &[[&str; 8]], rest: usize) -> String {
        let table = Table {
            caption: "Trade".to_owned(),
            columns: COLUMNS
                .iter()
                .map(|key| (key.to_uppercase(), *key == "value"))
                .collect(),
            rows: rows
                .iter()
                .map(|cells| TableRow {
                    observations: vec![cells[2].to_owned()],
                    cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
                })
                .collect(),
            note: String::new(),
            rest: vec![String::new(); rest],
        };
        let mut json = Json::new();
        write_table(&mut json, &table, "en");
        json.finish()
    }

    const TWO: [[&str; 8]; 2] = [
        ["Trade", "Zone", "2020", "1", "actual", "", "A", "1亿元"],
        ["Trade", "Zone", "2021", "2", "actual", "", "A", "2亿元"],
    ];

    #[test]
    fn what_all_rows_are_about_is_in_the_caption_and_nothing_else_is_left_out() {
        let table = written(&TWO, 0);
        assert!(table.contains(r#""caption":"Trade, Zone""#), "{table}");
        let keys = r#""keys":["period","value","status","source","printed"]"#;
        assert!(
            table.contains(keys),
            "no column says nothing, and a status stays: {table}"
        );
        assert!(table.contains(r#""numeric":[false,true,false,false,false]"#), "{table}");
        assert!(
            table.contains(r#""cells":["2021","2","actual","A","2亿元"]"#),
            "{table}"
        );
    }

    #[test]
    fn a_row_always_has_a_name() {
        let mut rows = TWO;
        rows[1][2] = "2020";
        // All alike: the period names the rows.
        assert!(written(&rows, 0).contains(r#""keys":["period","value""#));
        // Unlike entities name them, and the period is theirs in common.
        rows[1][1] = "City";
        let table = written(&rows, 0);
        assert!(table.contains(r#""caption":"Trade, 2020""#), "{table}");
        assert!(table.contains(r#""keys":["entity","value""#), "{table}");
    }

    #[test]
    fn one_row_and_the_first_of_many_keep_their_columns() {
        for table in [written(&TWO[..1], 0), written(&TWO, 7)] {
            assert!(table.contains(r#""keys":["indicator","entity","period""#), "{table}");
            assert!(table.contains(r#""caption":"Trade""#), "{table}");
        }
    }
}
