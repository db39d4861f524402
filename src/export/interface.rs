//! The words of the interface around a widget, for the skin, which has none of its own.

use super::json::Json;
use crate::format::{Lang, Msg, word};

/// The interface's words as a JSON object. Arguments stand in braces: `{index}`.
#[must_use]
pub fn interface_words(lang: Lang) -> String {
    let mut json = Json::new();
    json.object(|json| {
        for (key, msg) in WORDS {
            json.key(key).string(word(lang, *msg));
        }
    });
    json.finish()
}

/// The skin's keys.
const WORDS: &[(&str, Msg)] = &[
    ("error-bad-attribute", Msg::ErrorBadAttribute),
    ("ui-chart", Msg::UiChart),
    ("ui-card", Msg::UiCard),
    ("ui-mark", Msg::UiMark),
    ("ui-controls", Msg::UiControls),
    ("ui-table", Msg::UiTable),
    ("ui-sources", Msg::UiSources),
    ("ui-export", Msg::UiExport),
    ("ui-png", Msg::UiPng),
    ("ui-svg", Msg::UiSvg),
    ("ui-csv", Msg::UiCsv),
    ("ui-jsonld", Msg::UiJsonld),
    ("ui-copy-text", Msg::UiCopyText),
    ("ui-copy-embed", Msg::UiCopyEmbed),
    ("ui-copied", Msg::UiCopied),
    ("ui-not-copied", Msg::UiNotCopied),
    ("ui-close", Msg::UiClose),
    ("ui-hidden", Msg::UiHidden),
    ("ui-shown", Msg::UiShown),
    ("ui-printed-in", Msg::UiPrintedIn),
    ("ui-derivation", Msg::UiDerivation),
    ("ui-relations", Msg::UiRelations),
    ("ui-notes", Msg::UiNotes),
    ("ui-cite", Msg::UiCite),
    ("ui-copy-zh", Msg::UiCopyZh),
    ("ui-copy-en", Msg::UiCopyEn),
    ("ui-copy-link", Msg::UiCopyLink),
];
