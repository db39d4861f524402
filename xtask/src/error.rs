//! The one error of the tool: what went wrong, and what to do about it.
use std::fmt;

/// What went wrong, and where it is known what mends it, the remedy.
#[derive(Debug)]
pub(crate) struct Error {
    what: String,
    remedy: Option<String>,
}

/// The result of nearly everything here.
pub(crate) type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error without a remedy yet.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            remedy: None,
        }
    }

    /// Adds what to do about it; the remedy that stands closest to the cause is kept.
    pub(crate) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy.get_or_insert(remedy.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match &self.remedy {
            Some(remedy) => write!(f, "\nremedy: {remedy}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

impl From<xshell::Error> for Error {
    fn from(error: xshell::Error) -> Self {
        Self::new(error.to_string())
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::new(error.to_string())
    }
}

/// Adds the remedy to whatever failed.
pub(crate) trait Remedy<T> {
    /// The same result, its error with the remedy `remedy` if it has none of its own.
    fn remedy(self, remedy: impl Into<String>) -> Result<T>;
}

impl<T, E: Into<Error>> Remedy<T> for std::result::Result<T, E> {
    fn remedy(self, remedy: impl Into<String>) -> Result<T> {
        self.map_err(|error| error.into().remedy(remedy))
    }
}

#[cfg(test)]
mod tests {
    use super::Error;

    #[test]
    fn the_remedy_closest_to_the_cause_is_kept() {
        let error = Error::new("no wheel").remedy("fit a wheel").remedy("walk");
        assert_eq!(error.to_string(), "no wheel\nremedy: fit a wheel");
    }
}
