// The original's User, saved as its README shows: each event published under the name of its Go type, and
// linked into the user's stream. Made the store beside this file, in a copy of the peer:
// cmd/users/main.go, built with its build.sh's settings.
package main

import (
	"fmt"
	"os"

	"livenstore"
)

type UserCreated struct {
	UserID   string `json:"user_id"`
	Username string `json:"username"`
}

type UserRenamed struct {
	NewUsername string `json:"new_username"`
}

type UserDeactivated struct {
	Reason string `json:"reason"`
}

func main() {
	store, err := livenstore.NewJSONEventStore(os.Args[1], nil)
	check(err)
	for _, domainEvent := range []any{
		&UserCreated{UserID: "001", Username: "john_doe"},
		&UserRenamed{NewUsername: "john_smith <&> \"Zürich\""},
		&UserDeactivated{Reason: "User requested deletion"},
	} {
		event, err := livenstore.EventFrom(domainEvent)
		check(err)
		check(store.Append(*event))
		check(store.LinkToStream(event.ID, "user-001"))
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
