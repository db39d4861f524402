//! What can go wrong, said so that a page's author can mend it.

#![forbid(unsafe_code)]

use std::fmt;

/// The stable kinds of failure. Their names cross to JavaScript as `ZoneError.code`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Code {
    /// An attribute or option has a value that is not accepted.
    BadAttribute,
    /// No indicator has this id.
    UnknownIndicator,
    /// No entity has this id.
    UnknownEntity,
    /// No observation has this id.
    UnknownObservation,
    /// No dataset is loaded under this handle.
    UnknownDataset,
    /// The request is well-formed, but no observation answers it.
    NothingToDraw,
    /// What was asked for cannot honestly stand in one picture.
    CannotCombine,
    /// A dataset breaks the rules of its format.
    BadData,
    /// A value that should be formatted is no decimal number, or its unit is unknown.
    BadValue,
    /// The browser refused something: no 2D context, say.
    Browser,
}

impl Code {
    /// The name in the public contract: kebab-case, never changed once published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BadAttribute => "bad-attribute",
            Self::UnknownIndicator => "unknown-indicator",
            Self::UnknownEntity => "unknown-entity",
            Self::UnknownObservation => "unknown-observation",
            Self::UnknownDataset => "unknown-dataset",
            Self::NothingToDraw => "nothing-to-draw",
            Self::CannotCombine => "cannot-combine",
            Self::BadData => "bad-data",
            Self::BadValue => "bad-value",
            Self::Browser => "browser",
        }
    }
}

/// A failure: a stable code for programs and a message for people, in the language of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: Code,
    message: String,
}

impl Error {
    /// An error of this kind with a message that names what was wrong and what is accepted.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }

    /// The stable kind.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }

    /// The message, ready to be shown.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// A result with our [`Error`].
pub type Result<T> = std::result::Result<T, Error>;
