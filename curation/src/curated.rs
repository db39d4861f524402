//! The curated tables as the coverage needs them: what the compiler checks, and the omissions beside it.

use std::path::Path;

use zonestat::data::compile::{self, FILES, Sheet};
use zonestat::data::{Dataset, Tables};

/// Why a numeral is no observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A date or period that the period of an observation carries.
    Period,
    /// A part of a proper name, a product or a standard.
    Name,
    /// ①, (一), 第一.
    ListMarker,
    /// A slogan or an idiom.
    Slogan,
    /// Telephone numbers, licences, headers, headlines of other news.
    Furniture,
    /// The figure is observed at another place, and this mention adds nothing.
    Repeats,
    /// No quantity is meant: 一批, 进一步.
    Generic,
}

impl Reason {
    /// All reasons with their names in `omissions.csv`.
    pub const ALL: [(Self, &str); 7] = [
        (Self::Period, "period"),
        (Self::Name, "name"),
        (Self::ListMarker, "list-marker"),
        (Self::Slogan, "slogan"),
        (Self::Furniture, "furniture"),
        (Self::Repeats, "repeats"),
        (Self::Generic, "generic"),
    ];
}

/// A stretch of text with numerals that are no observations.
#[derive(Clone, Debug)]
pub struct Omission {
    /// The row of `omissions.csv`, the header being 1.
    pub row: usize,
    /// The id of the document.
    pub source: String,
    /// The paragraph; all where none is said.
    pub paragraph: Option<u16>,
    /// The place among equal whole texts; all where none is said.
    pub occurrence: Option<u16>,
    /// The text.
    pub text: String,
    /// Why it is left out.
    pub reason: Reason,
}

/// The curated data.
#[derive(Debug)]
pub struct Curated {
    /// The dataset.
    pub dataset: Dataset,
    /// What was left out.
    pub omissions: Vec<Omission>,
    /// The bytes that go into the library.
    pub packed: Vec<u8>,
    /// The same without notes and relations: the observations with their labels and locators alone.
    pub plain: Vec<u8>,
}

const OMISSIONS: &str = "omissions.csv";

/// Reads and checks the tables in a folder.
///
/// # Errors
/// Everything that is wrong with them, a line each.
pub fn read(folder: &Path) -> Result<Curated, Vec<String>> {
    let sheet = |file: &str| {
        let text = std::fs::read_to_string(folder.join(file)).map_err(|error| format!("{file}: {error}"))?;
        Sheet::parse(file, &text).map_err(|problem| problem.to_string())
    };
    let mut problems = Vec::new();
    let mut sheets = Vec::new();
    for file in FILES {
        match sheet(file) {
            Ok(sheet) => sheets.push(sheet),
            Err(problem) => problems.push(problem),
        }
    }
    let tables = match compile::compile(&sheets) {
        Ok(tables) => tables,
        Err(found) => {
            problems.extend(found.iter().map(ToString::to_string));
            return Err(problems);
        }
    };
    let pack = |tables: &Tables| {
        let (numbers, texts) = compile::pack(tables);
        [numbers, texts.into_bytes()].concat()
    };
    let packed = pack(&tables);
    let plain = pack(&plain(tables.clone()));
    let dataset = Dataset::new(tables);
    let omissions = match sheet(OMISSIONS) {
        Ok(sheet) => omissions(&sheet, &dataset, &mut problems),
        Err(problem) => return Err(vec![problem]),
    };
    if problems.is_empty() {
        Ok(Curated {
            dataset,
            omissions,
            packed,
            plain,
        })
    } else {
        Err(problems)
    }
}

/// The tables without notes and relations.
fn plain(mut tables: Tables) -> Tables {
    tables.entities.iter_mut().for_each(|entity| entity.note = None);
    tables.indicators.iter_mut().for_each(|indicator| indicator.note = None);
    tables.sources.iter_mut().for_each(|source| source.note = None);
    tables
        .observations
        .iter_mut()
        .for_each(|observation| observation.note = None);
    tables.relations.clear();
    tables
}

/// Reads the omissions; what is wrong with a row is reported, and the row left out.
fn omissions(sheet: &Sheet, dataset: &Dataset, problems: &mut Vec<String>) -> Vec<Omission> {
    if sheet.header != ["source", "paragraph", "occurrence", "text", "reason", "note"] {
        problems.push(format!(
            "{OMISSIONS}: the columns are source,paragraph,occurrence,text,reason,note"
        ));
        return Vec::new();
    }
    let mut out = Vec::new();
    for (place, cells) in sheet.rows().enumerate() {
        let row = place + 2;
        let mut refuse = |what: &str| problems.push(format!("{OMISSIONS}, row {row}: {what}"));
        let [source, paragraph, occurrence, text, reason, _] = &cells[..] else {
            refuse("the row has another number of cells than the header");
            continue;
        };
        if dataset.find_source(source).is_none() {
            refuse(&format!("\"{source}\" is no id of sources.csv"));
        }
        let number = |cell: &str| {
            if cell == "*" {
                Some(None)
            } else {
                cell.parse::<u16>().ok().filter(|&n| n > 0).map(Some)
            }
        };
        let (Some(paragraph), Some(occurrence)) = (number(paragraph), number(occurrence)) else {
            refuse("paragraph and occurrence are * or whole numbers from 1");
            continue;
        };
        let Some((reason, _)) = Reason::ALL.into_iter().find(|(_, name)| name == reason) else {
            let names = Reason::ALL.map(|(_, name)| name).join(" ");
            refuse(&format!("\"{reason}\" is none of: {names}"));
            continue;
        };
        if text.is_empty() {
            refuse("the text is empty");
        }
        out.push(Omission {
            row,
            source: source.to_string(),
            paragraph,
            occurrence,
            text: text.to_string(),
            reason,
        });
    }
    out
}
