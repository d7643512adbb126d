internal import LivenStore

/// A file of bytes that a person asked for.
enum BytesFile {
  /// Writes it if it is not there yet, and returns a sentence about it.
  static func save(_ bytes: [UInt8], what: String, to path: String) -> String {
    failure(of: bytes, to: path) ?? "Exported the \(what) to \(path)."
  }

  /// Writes it if it is not there yet, and returns why it could not.
  static func failure(of bytes: [UInt8], to path: String) -> String? {
    do { try TextFile.create(bytes, at: path) } catch .exists {
      return "\(path) is there already: give another name."
    } catch {
      return "\(path): cannot be written: \(error)"
    }
    return nil
  }
}
