package main

import (
	"time"

	"go.mau.fi/whatsmeow/types/events"
)

// hearGroup passes on that something about a group has changed.
func (l *link) hearGroup(event *events.GroupInfo) bool {
	var name *string
	if event.Name != nil {
		name = &event.Name.Name
	}
	return l.engine.keep(func(seq int) frame {
		return groupHeard{
			Seq: seq, Group: event.JID.String(), What: groupChange(event), Name: name, TimeMS: event.Timestamp.UnixMilli(),
		}
	})
}

// hearJoined passes on that this number is in a group now.
func (l *link) hearJoined(event *events.JoinedGroup) bool {
	name, when := event.Name, event.GroupCreated
	if when.IsZero() {
		when = time.Now()
	}
	return l.engine.keep(func(seq int) frame {
		return groupHeard{Seq: seq, Group: event.JID.String(), What: "joined", Name: &name, TimeMS: when.UnixMilli()}
	})
}

func groupChange(event *events.GroupInfo) string {
	switch {
	case event.Name != nil:
		return "name"
	case event.Topic != nil:
		return "topic"
	case event.Delete != nil:
		return "deleted"
	case len(event.Join) > 0:
		return "join"
	case len(event.Leave) > 0:
		return "leave"
	case len(event.Promote) > 0:
		return "promote"
	case len(event.Demote) > 0:
		return "demote"
	case event.Announce != nil:
		return "announce"
	case event.Locked != nil:
		return "locked"
	case event.Ephemeral != nil:
		return "ephemeral"
	}
	return "other"
}

// fetchGroups lists every group that this number is in.
func (e *engine) fetchGroups(command fetchGroupsCommand) {
	l := e.link.Load()
	if !l.sends() {
		e.say(reply{ID: command.ID, Error: "not_connected"})
		return
	}
	joined, err := l.client.GetJoinedGroups(e.ctx)
	if err != nil {
		e.answer(command.ID, "listing groups", "query_failed", err)
		return
	}
	groups := make([]groupName, 0, len(joined))
	for _, one := range joined {
		groups = append(groups, groupName{Group: one.JID.String(), Name: one.Name})
	}
	e.say(reply{ID: command.ID, OK: true, Groups: groups})
}
