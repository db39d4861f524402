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
const WORDS: &[(&str, Msg)] = &[("instructions", Msg::Instructions)];
