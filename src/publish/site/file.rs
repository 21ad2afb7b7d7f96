//! The files of a site.

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name. A site has no folders.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}
