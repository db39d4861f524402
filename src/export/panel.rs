//! The source panel of one observation: where it is printed, what it means, what else says so, and how to cite it.

use super::derivations::derivations;
use super::json::Json;
use crate::data::{Dataset, Interval, ObservationIx, RelationKind};
use crate::format::{
    self, Kind, Lang, Msg, Relative, corroboration, document_date, message, paragraph, sentence, word,
};
use crate::reading::Reading;

/// The panel as JSON.
#[must_use]
pub fn panel(ds: &Dataset, ix: ObservationIx, lang: Lang) -> String {
    let reading = Reading::new(ds, ix, lang);
    let o = reading.observation;
    let mut json = Json::new();
    json.object(|json| {
        json.key("observation").string(&o.id);
        json.key("title").string(reading.indicator());
        json.key("figure").string(&reading.value());
        json.key("short").string(&reading.in_short());
        json.key("rows").array(|json| {
            rows(&reading)
                .iter()
                .for_each(|(label, value)| json.strings(&[label, value]));
        });
        json.key("locators").array(|json| locators(json, &reading));
        json.key("corroboration").string(&corroborated(&reading));
        json.key("relations").array(|json| relations(json, &reading));
        json.key("derivations").array(|json| derivations(json, ds, ix, lang));
        let rounding = rounded(&reading);
        let mut notes: Vec<&str> = rounding.as_deref().into_iter().chain(reading.note()).collect();
        notes.extend(ds.indicator(o.indicator).note.as_ref().map(|note| note.get(lang)));
        notes.extend(ds.entity(o.entity).note.as_ref().map(|note| note.get(lang)));
        json.key("notes").strings(&notes);
        json.key("citation").object(|json| {
            for lang in Lang::ALL {
                json.key(lang.code()).string(&citation(ds, ix, *lang));
            }
        });
    });
    json.finish()
}

/// Label and value of what gives the figure its meaning.
fn rows(reading: &Reading<'_>) -> Vec<(String, String)> {
    let (o, lang) = (reading.observation, reading.lang);
    let label = |key: Msg| word(lang, key).to_owned();
    let inferred = |basis| format::period_basis(lang, basis).to_owned();
    let mut rows = vec![
        (label(Msg::LabelEntity), reading.entity().to_owned()),
        (
            label(Msg::LabelPeriod),
            message(
                lang,
                Msg::WithRemark,
                &[("text", &reading.period()), ("remark", &inferred(o.period_basis))],
            ),
        ),
        (label(Msg::LabelStatus), reading.status_text()),
        (label(Msg::LabelKind), format::kind_name(lang, o.kind).to_owned()),
    ];
    if let Some(basis) = o.basis {
        rows.push((label(Msg::LabelBasis), format::basis(lang, basis).to_owned()));
    }
    if let Some(scope) = reading.scope() {
        rows.push((label(Msg::LabelScope), scope.to_owned()));
    }
    if let Some(of) = o.of {
        let of = Reading::new(reading.ds, of, lang);
        let args = [("head", of.indicator()), ("item", &of.value())];
        rows.push((label(Msg::LabelOf), message(lang, Msg::Parts, &args)));
    }
    for modifier in reading.modifiers() {
        rows.push((modifier.label().to_owned(), modifier.phrase()));
    }
    rows
}

fn locators(json: &mut Json, reading: &Reading<'_>) {
    let lang = reading.lang;
    for locator in reading.ds.locators(reading.ix) {
        let source = reading.ds.source(locator.source);
        json.object(|json| {
            json.key("source").string(&source.id);
            json.key("title").string(source.title.get(lang));
            json.key("publisher").string(source.publisher.get(lang));
            json.key("date")
                .string(&document_date(lang, source.date, source.date_basis));
            json.key("dateNote");
            match &source.note {
                Some(note) => json.string(note.get(lang)),
                None => json.null(),
            }
            json.key("paragraph").number(&locator.paragraph);
            json.key("occurrence").number(&locator.occurrence);
            json.key("figure").string(&locator.figure);
            let args = [
                ("paragraph", locator.paragraph.to_string()),
                ("occurrence", locator.occurrence.to_string()),
            ];
            let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
            let args = [args[0], args[1], ("figure", &locator.figure)];
            json.key("text").string(&message(lang, Msg::LocatorText, &args));
        });
    }
}

/// That several documents print the figure; empty where one does.
fn corroborated(reading: &Reading<'_>) -> String {
    let mut titles: Vec<&str> = Vec::new();
    for locator in reading.ds.locators(reading.ix) {
        let title = reading.ds.source(locator.source).short.get(reading.lang);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    corroboration(reading.lang, &titles)
}

/// Between which values the figure lies, given how it was printed; `None` where it is the value itself.
fn rounded(reading: &Reading<'_>) -> Option<String> {
    let o = reading.observation;
    let counted = !matches!(o.kind, Kind::First | Kind::Only | Kind::Rank | Kind::Date);
    let Interval { low, high } = Interval::of(o);
    let exact = low.zip(high).is_some_and(|(low, high)| low.same_value(high));
    (counted && !exact).then(|| format::rounding(reading.lang, &reading.figure(), low, high))
}

/// What other observations say of this one, either way round.
fn relations(json: &mut Json, reading: &Reading<'_>) {
    let (ds, lang) = (reading.ds, reading.lang);
    for relation in ds
        .relations()
        .iter()
        .filter(|r| r.from == reading.ix || r.to == reading.ix)
    {
        let forward = relation.from == reading.ix;
        let other = Reading::new(ds, if forward { relation.to } else { relation.from }, lang);
        let relative = match (relation.kind, forward) {
            (RelationKind::Corroborates, _) => Relative::Corroborates,
            (RelationKind::Differs, _) => Relative::Differs,
            (RelationKind::Supersedes, true) => Relative::Supersedes,
            (RelationKind::Supersedes, false) => Relative::Superseded,
            (RelationKind::PartOf, true) => Relative::PartOf,
            (RelationKind::PartOf, false) => Relative::WholeOf,
            (RelationKind::SumsTo, true) => Relative::SumsTo,
            (RelationKind::SumsTo, false) => Relative::SumOf,
            (RelationKind::ChecksAgainst, _) => Relative::ChecksAgainst,
            (RelationKind::SameProgramme, _) => Relative::SameProgramme,
        };
        let text = format::relation(lang, relative, &other.in_short());
        // Two figures for one thing: whether they are in conflict, and how far each may be off.
        let mut details = Vec::new();
        if relative == Relative::Differs {
            let meet = Interval::of(reading.observation).meets(Interval::of(other.observation));
            details.push(reading.differing(&other, meet));
        }
        if matches!(
            relative,
            Relative::Differs | Relative::Corroborates | Relative::ChecksAgainst
        ) {
            details.extend(rounded(&other));
        }
        let note = relation
            .note
            .as_ref()
            .map(|note| note.get(lang).trim_end_matches(['.', '。']));
        details.extend(note.map(|note| sentence(lang, note)));
        let details: Vec<&str> = details.iter().map(String::as_str).collect();
        json.object(|json| {
            json.key("type").string(relation.kind.as_str());
            json.key("text").string(&text);
            json.key("detail").string(&paragraph(lang, &details));
            json.key("observation").string(&other.observation.id);
        });
    }
}

/// A citation that stands by itself: figure, meaning, document, place.
#[must_use]
pub fn citation(ds: &Dataset, ix: ObservationIx, lang: Lang) -> String {
    let reading = Reading::new(ds, ix, lang);
    let (title, publisher, date, place) = ds.locators(ix).first().map_or_else(Default::default, |locator| {
        let source = ds.source(locator.source);
        (
            source.title.get(lang),
            source.publisher.get(lang),
            document_date(lang, source.date, source.date_basis),
            locator.paragraph.to_string(),
        )
    });
    let args = [
        ("entity", reading.entity()),
        ("indicator", reading.indicator()),
        ("period", &reading.period()),
        ("value", &reading.value()),
        ("status", reading.status()),
        ("title", title),
        ("publisher", publisher),
        ("date", &date),
        ("paragraph", &place),
    ];
    message(lang, Msg::CitationFigure, &args)
}
