//! A closed vocabulary: an enum whose every member has one published name.

/// Declares an enum with its published names, so that the list of names is written once.
macro_rules! closed {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every member, in order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The published name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The member of this published name.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                // A search is far shorter in machine code than a match on texts.
                Self::ALL.iter().copied().find(|member| member.as_str() == text)
            }

            /// The member at this place in [`Self::ALL`].
            #[must_use]
            pub fn from_index(index: u8) -> Option<Self> {
                Self::ALL.get(usize::from(index)).copied()
            }
        }
    };
}
pub(crate) use closed;
