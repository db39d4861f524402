//! The source panel of one observation: where it is printed, what it means, what else says so, and how to cite it.

use super::json::Json;
use crate::data::{Dataset, ObservationIx, RelationKind};
use crate::format::{self, Lang, Msg, Nature, PeriodForm, Relative, message, word};
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
        json.key("rows").array(|json| {
            rows(&reading)
                .iter()
                .for_each(|(label, value)| json.strings(&[label, value]));
        });
        json.key("locators").array(|json| locators(json, &reading));
        json.key("relations").array(|json| relations(json, &reading));
        let mut notes: Vec<&str> = reading.note().into_iter().collect();
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
        let date = format::period(lang, source.date, PeriodForm::Long, Nature::Flow);
        json.object(|json| {
            json.key("source").string(&source.id);
            json.key("title").string(source.title.get(lang));
            json.key("publisher").string(source.publisher.get(lang));
            let remark = format::period_basis(lang, source.date_basis);
            json.key("date")
                .string(&message(lang, Msg::WithRemark, &[("text", &date), ("remark", remark)]));
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
        json.object(|json| {
            json.key("type").string(relation.kind.as_str());
            json.key("text").string(&text);
            json.key("observation").string(&other.observation.id);
            json.key("note");
            match &relation.note {
                Some(note) => json.string(note.get(lang)),
                None => json.null(),
            }
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
            format::period(lang, source.date, PeriodForm::Long, Nature::Flow),
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
