//! What a scene says: marks, legend, table and texts.

use super::geometry::Rect;

/// What a tooltip shows for a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tip {
    /// Its heading.
    pub title: String,
    /// Label and value, one line each.
    pub rows: Vec<(String, String)>,
    /// What a reader should know besides; often nothing.
    pub note: String,
}

/// A thing that can be pointed at, focused and heard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// What is drawn.
    pub area: Rect,
    /// Where it can be pointed at: at least what is drawn.
    pub hit: Rect,
    /// What its tooltip leaves in sight, where that is more than itself and a value just above it: its label too.
    pub clear: Option<Rect>,
    /// Where it can be pointed at if that is a slice of a ring: its middle (x, y), its outer and inner radius, and where
    /// it begins and ends, in degrees clockwise from the top. The boxes of slices overlap.
    pub slice: Option<[f64; 6]>,
    /// The ids of the observations behind it.
    pub observations: Vec<String>,
    /// A short name: `2021`.
    pub label: String,
    /// What is said when it gets the focus, without its position.
    pub speech: String,
    /// Its tooltip.
    pub tip: Tip,
    /// Indices of marks that belong to it: the same series.
    pub related: Vec<usize>,
}

/// A key of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    /// What a toggle names: a status, a texture or a series.
    pub id: String,
    /// What it says.
    pub label: String,
    /// Whether it is switched off.
    pub hidden: bool,
    /// Where it is.
    pub area: Rect,
}

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableRow {
    /// The ids of the observations in it.
    pub observations: Vec<String>,
    /// Its cells, one a column.
    pub cells: Vec<String>,
}

/// The table behind the canvas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the table is about.
    pub caption: String,
    /// The columns' names, and whether a column holds numbers.
    pub columns: Vec<(String, bool)>,
    /// The rows, in reading order: of very many the first ones.
    pub rows: Vec<TableRow>,
    /// What says so, where there are more rows than these; else nothing.
    pub note: String,
    /// The ids of the observations in the rows that are not there.
    pub rest: Vec<String>,
}

impl Table {
    /// The ids of all observations, those of rows that are not there included.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        let mut ids = Vec::new();
        for list in self.rows.iter().map(|row| &row.observations).chain([&self.rest]) {
            for id in list {
                ids.push(id.as_str());
            }
        }
        ids
    }
}

/// A document behind a scene.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceLine {
    /// Its id.
    pub id: String,
    /// Its short title, as the picture cites it.
    pub citation: String,
    /// How to cite it.
    pub reference: String,
    /// Its full title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its date, which says so where it is inferred.
    pub date: String,
    /// The same date as its place in time: `2017-09`.
    pub day: String,
    /// What is known of the date or the document besides; often nothing.
    pub note: String,
    /// How many figures of the scene it prints, in words.
    pub count: String,
    /// The ids of the scene's observations that it prints: of very many the first ones.
    pub observations: Vec<String>,
}

/// What is read, not seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The heading that is drawn.
    pub title: String,
    /// The line under it.
    pub subtitle: String,
    /// The accessible name.
    pub name: String,
    /// The spoken summary.
    pub description: String,
    /// Notes that a reader must see.
    pub notes: Vec<String>,
    /// The documents, in the order in which they are cited.
    pub sources: Vec<SourceLine>,
}
