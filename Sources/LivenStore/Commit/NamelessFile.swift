/// A file that has no name yet.
struct NamelessFile: ~Copyable, Sendable {
  let file: FileDescriptor
  /// The name that it has until it gets its own, on file systems without `O_TMPFILE`.
  let aside: String?
}
