extension StoreFolder {
  /// Reads and decodes one event; the id in the file must be the one in its name.
  func read(_ id: EventID) throws(EventStoreError) -> Event {
    do {
      return try attemptRead(id)
    } catch .system(.notFound) {
      // Committed and not placed yet, perhaps.
      if let event = openIntents().lazy.compactMap({ $0.event(id) }).first { return event }
      throw .unknownEvent(id)
    } catch let problem where problem.mayBeUnfinished {
      return try readUnfinished(id)
    } catch {
      throw error.error(for: id)
    }
  }

  /// A writer that makes the name first needs a moment: looks again, longer each time.
  ///
  /// A file that changed within the last second is not called corrupt: it is not complete yet.
  private func readUnfinished(_ id: EventID) throws(EventStoreError) -> Event {
    var isYoung = changedWithinASecond(id)
    for milliseconds in [1, 2, 4, 8, 16, 32] where isYoung {
      SystemClock.sleep(milliseconds: milliseconds)
      do {
        return try attemptRead(id)
      } catch let problem where problem.mayBeUnfinished {
        isYoung = changedWithinASecond(id)
      } catch {
        throw error.error(for: id)
      }
    }
    do {
      return try attemptRead(id)
    } catch {
      throw isYoung && error.mayBeUnfinished
        ? .unfinished(id, error.sentence) : error.error(for: id)
    }
  }

  private func changedWithinASecond(_ id: EventID) -> Bool {
    let changed = try? id.withFileName { name throws(Errno) in
      try disk.status(of: name, in: events.number).modifiedNanoseconds
    }
    let age = Int64(SystemClock.unixMilliseconds()) - (changed ?? 0) / 1_000_000
    return age < 1_000
  }

  private func attemptRead(_ id: EventID) throws(ReadProblem) -> Event {
    let result: Result<Event, ReadProblem> = try withFile(id) { bytes, _ in
      do throws(EnvelopeProblem) {
        let event = try EventEnvelope.decode(bytes)
        return event.id == id ? .success(event) : .failure(.envelope(.otherID(id, event.id)))
      } catch {
        return .failure(.envelope(error))
      }
    }
    return try result.get()
  }

  /// Reads the type alone.
  func readType(_ id: EventID) throws(ReadProblem) -> EventType {
    let result: Result<EventType, ReadProblem> = try withFile(id) { bytes, _ in
      do throws(EnvelopeProblem) {
        let (inside, type) = try EventEnvelope.decodeHead(bytes)
        return inside == id ? .success(type) : .failure(.envelope(.otherID(id, inside)))
      } catch {
        return .failure(.envelope(error))
      }
    }
    return try result.get()
  }

  /// Reads what the ledger keeps: type, length and checksum.
  func readHead(_ id: EventID) throws(ReadProblem) -> EventHead {
    let result: Result<EventHead, ReadProblem> = try withFile(id) { bytes, size in
      do throws(EnvelopeProblem) {
        let (inside, type) = try EventEnvelope.decodeHead(bytes)
        guard inside == id else { return .failure(.envelope(.otherID(id, inside))) }
        let checksum = unsafe CRC32C.checksum(of: bytes.bytes)
        return .success(EventHead(id: id, type: type, sizeBytes: size, checksum: checksum))
      } catch {
        return .failure(.envelope(error))
      }
    }
    return try result.get()
  }

  /// Reads what is there, be it an event or not.
  func readRecord(_ id: EventID) throws(EventStoreError) -> EventRecord {
    do throws(ReadProblem) {
      return try withFile(id) { bytes, size in
        do throws(EnvelopeProblem) {
          let event = try EventEnvelope.decode(bytes)
          let problem = event.id == id ? nil : EnvelopeProblem.otherID(id, event.id).sentence
          return EventRecord(id: id, event: event, problem: problem, sizeBytes: size)
        } catch {
          let shown = bytes.extracting(first: 1 << 20)
          return EventRecord(
            id: id, event: nil, problem: error.sentence, bytes: shown.indices.map { shown[$0] },
            sizeBytes: size)
        }
      }
    } catch {
      throw error.error(for: id)
    }
  }

  /// Calls `body` with the content of an event's file and its length.
  func withFile<Result>(
    _ id: EventID, _ body: (Span<UInt8>, Int) -> Result
  ) throws(ReadProblem) -> Result {
    let file = try open(id)
    return try unsafe readBuffers.withBuffer { buffer throws(ReadProblem) in
      let count = try unsafe readFirst(file, buffer)
      if count == buffer.count { return try readLarge(file, body) }
      let bytes = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
      return unsafe body(bytes.bindMemory(to: UInt8.self).span, count)
    }
  }

  private func open(_ id: EventID) throws(ReadProblem) -> FileDescriptor {
    do {
      return try id.withFileName { name throws(Errno) in
        try disk.openFile(name, in: events.number)
      }
    } catch {
      throw .system(error)
    }
  }

  private func readFirst(
    _ file: borrowing FileDescriptor, _ buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadProblem) -> Int {
    do {
      let count = try unsafe disk.read(file.number, into: buffer)
      if count > 0 { return count }
    } catch {
      throw isRegular(file) ? .system(error) : .notAFile
    }
    // Nothing came: an empty file, or a FIFO without a writer.
    throw isRegular(file)
      ? .envelope(EnvelopeProblem("is empty", in: .size, mayBeUnfinished: true)) : .notAFile
  }

  private func isRegular(_ file: borrowing FileDescriptor) -> Bool {
    (try? disk.status(of: file.number))?.isFile ?? false
  }

  private func readLarge<Result>(
    _ file: borrowing FileDescriptor, _ body: (Span<UInt8>, Int) -> Result
  ) throws(ReadProblem) -> Result {
    do {
      let status = try disk.status(of: file.number)
      guard status.isFile else { throw ReadProblem.notAFile }
      guard status.sizeBytes <= options.maximumEventBytes else {
        throw ReadProblem.tooLarge(bytes: status.sizeBytes, limit: options.maximumEventBytes)
      }
      let bytes = try disk.readBytes(file.number, at: 0, maximumBytes: status.sizeBytes)
      return body(bytes.span, bytes.count)
    } catch let error as ReadProblem {
      throw error
    } catch let error as Errno {
      throw .system(error)
    } catch {
      throw .notAFile
    }
  }
}

extension EnvelopeProblem {
  static func otherID(_ name: EventID, _ inside: EventID) -> EnvelopeProblem {
    EnvelopeProblem("file name says \(name), id inside says \(inside)")
  }
}
