// The browser of an app: r replays a user by the app's own handlers.
import Foundation
import LivenStore
import LivenStoreBrowser

guard CommandLine.arguments.count == 2 else {
  print("usage: shop-browser STORE")
  exit(64)
}
do {
  let store = try JSONEventStore(opening: CommandLine.arguments[1])
  try EventBrowser.run(store: store, aggregates: [User.self])
} catch {
  FileHandle.standardError.write(Data("shop-browser: \(error)\n".utf8))
  exit(1)
}
