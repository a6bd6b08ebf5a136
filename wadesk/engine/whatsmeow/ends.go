package main

import (
	"fmt"

	"go.mau.fi/whatsmeow/types/events"
)

// typeName is an event's type: all that may be logged of one.
func typeName(event any) string { return fmt.Sprintf("%T", event) }

// handleEnd tells of what ends a session; whether to try again is the worker's to decide.
func (l *link) handleEnd(event any) bool {
	end := l.endOf(event)
	if end == nil {
		return false
	}
	l.stopCodes()
	l.online.Store(false)
	l.engine.say(end)
	return true
}

func (l *link) endOf(event any) frame {
	attempt := l.number()
	switch e := event.(type) {
	case *events.LoggedOut:
		return loggedOutAs(attempt, e.Reason)
	case *events.StreamReplaced:
		return replaced{Attempt: attempt}
	case *events.TemporaryBan:
		return restricted{Attempt: attempt, Code: int(e.Code), Seconds: int(e.Expire.Seconds())}
	case *events.ClientOutdated:
		return outdated{Attempt: attempt}
	case *events.ConnectFailure:
		return connectFailure{Attempt: attempt, Code: int(e.Reason), Reason: ""}
	case *events.StreamError:
		return streamError{Attempt: attempt, Code: e.Code}
	}
	return nil
}

// loggedOutAs tells apart what the library calls one event. With each of them the keys are gone. WhatsApp's 403
// means a locked account or a main phone that is gone, and does not say which.
func loggedOutAs(attempt int, reason events.ConnectFailureReason) frame {
	switch reason {
	case events.ConnectFailureUnknownLogout:
		return banned{Attempt: attempt, Code: int(reason)}
	case events.ConnectFailureMainDeviceGone:
		return loggedOut{Attempt: attempt, Cause: "account_locked", Code: int(reason)}
	}
	return loggedOut{Attempt: attempt, Cause: "device_removed", Code: int(events.ConnectFailureLoggedOut)}
}
