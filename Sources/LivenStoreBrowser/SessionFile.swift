internal import LivenStore
internal import StoreBrowser

/// Where the session of a store is kept: a file a store, named by a sum of the store's path.
struct SessionFile {
  private let store: String
  private let path: String

  init(folder: String, store: String) {
    self.store = PrivateFile.resolved(store) ?? store
    // FNV-1a; the file also holds the path, so that stores of one sum do not get each other's.
    let sum = self.store.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    path = "\(folder)/sessions/\(String(sum, radix: 36)).json"
  }

  /// What was kept; `nil` if nothing was.
  private func read() throws(SessionProblem) -> BrowserSession? {
    let bytes: [UInt8]
    do throws(Errno) {
      bytes = try PrivateFile.read(path, maximumBytes: BrowserSession.maximumBytes)
    } catch .notFound { return nil } catch { throw .damaged }
    return try BrowserSession(bytes: bytes, store: store)
  }

  /// Gives the browser what was kept; a file that is of no use is told in a sentence.
  func restore(_ model: inout BrowserModel) -> String? {
    do {
      model.restore(try read() ?? BrowserSession())
      return nil
    } catch {
      model.restore(BrowserSession())
      switch error {
      case .damaged: return "\(path): no session can be read from it, so none is restored."
      case .later: return "\(path): a later version kept this session, so it is left as it is."
      case .ofOtherStore: return nil
      }
    }
  }

  /// Keeps a session; where that is not possible the next browser begins anew.
  func write(_ session: BrowserSession) {
    var session = session
    do {
      if let kept = try read() { session.keepLines(of: kept) }
    } catch .later { return } catch { /* what cannot be read is replaced */  }
    try? PrivateFile.replace(session.bytes(store: store), at: path)
  }
}
