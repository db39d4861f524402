//! The words of the interface around a widget, for the skin, which has none of its own.

use super::json::Json;
use crate::format::{Lang, interface};

/// The interface's words as a JSON object. Their places stand in braces (`{index}`), and the skin fills them.
#[must_use]
pub fn interface_words(lang: Lang) -> String {
    let mut json = Json::new();
    json.object(|json| interface(lang).for_each(|(key, text)| json.key(key).string(text)));
    json.finish()
}
