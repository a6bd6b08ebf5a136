package main

import (
	"fmt"
	"strconv"

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
	if l.self.Load() == nil && isDeviceLimit(event) {
		l.refused("device_limit")
		return true
	}
	l.stopCodes()
	l.online.Store(false)
	l.engine.say(end)
	return true
}

// deviceLimit is WhatsApp's word for a used-up allowance ("resource-limit"). That it is what an unpaired device hears
// when its number has the most devices is inferred: real phones refuse on their own screen, and the codes run out.
const deviceLimit = 419

func isDeviceLimit(event any) bool {
	switch e := event.(type) {
	case *events.ConnectFailure:
		return int(e.Reason) == deviceLimit
	case *events.StreamError:
		return e.Code == strconv.Itoa(deviceLimit)
	}
	return false
}

func (l *link) endOf(event any) frame {
	attempt := l.number()
	switch e := event.(type) {
	case *events.LoggedOut:
		return loggedOutAs(attempt, e.Reason, l.overheard.isExplained())
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

// loggedOutAs tells apart what the library calls one event. With each of them the keys are gone. 403 is both a locked
// account and a main phone that is gone, and carries no code that says which; a locked account comes with words for
// the person ("logout_message_header" and "…_subtext"), which WhatsApp's own client shows (read, not seen).
func loggedOutAs(attempt int, reason events.ConnectFailureReason, explained bool) frame {
	switch {
	case reason == events.ConnectFailureUnknownLogout:
		return banned{Attempt: attempt, Code: int(reason)}
	case reason == events.ConnectFailureMainDeviceGone && explained:
		return loggedOut{Attempt: attempt, Cause: "account_locked", Code: int(reason)}
	case reason == events.ConnectFailureMainDeviceGone:
		return loggedOut{Attempt: attempt, Cause: "main_device_gone", Code: int(reason)}
	}
	return loggedOut{Attempt: attempt, Cause: "device_removed", Code: int(events.ConnectFailureLoggedOut)}
}
