package main

import (
	"slices"

	"go.mau.fi/whatsmeow/proto/waHistorySync"
	"go.mau.fi/whatsmeow/proto/waWeb"
	"go.mau.fi/whatsmeow/types"
)

// passOn adds a conversation to the chunks; false when the worker does not take them any more. One that has no place
// here (status posts, newsletters, broadcast lists) is passed over.
func (l *link) passOn(chunks *chunks, conversation *waHistorySync.Conversation) bool {
	id, err := types.ParseJID(conversation.GetID())
	if err != nil {
		return true
	}
	chat := historyChat{
		Name:   first(conversation.GetName(), conversation.GetDisplayName()),
		Unread: int(conversation.GetUnreadCount()),
	}
	alt := conversation.GetLidJID()
	if id.Server == types.HiddenUserServer {
		alt = conversation.GetPnJID()
	}
	if id.Server == types.GroupServer {
		chat.Chat = l.somebody(id)
	} else {
		chat.Chat = l.person(id, jidOf(alt))
	}
	if chat.Chat == (peer{}) {
		return true
	}
	return chunks.add(chat, l.pastMessages(id, conversation.GetMessages()))
}

// pastMessages converts a conversation's messages, oldest first; the phone gives the newest first.
func (l *link) pastMessages(chat types.JID, some []*waHistorySync.HistorySyncMsg) []historyMessage {
	messages := make([]historyMessage, 0, len(some))
	for _, one := range slices.Backward(some) {
		if past, ok := l.pastMessage(chat, one.GetMessage()); ok {
			messages = append(messages, past)
		}
	}
	slices.SortStableFunc(messages, func(a, b historyMessage) int {
		switch {
		case a.TimeMS < b.TimeMS:
			return -1
		case a.TimeMS > b.TimeMS:
			return 1
		}
		return 0
	})
	return messages
}

// pastMessage converts one message as a live one is. What the phone only notes for itself (somebody joined, a number
// changed) has no content and is passed over.
func (l *link) pastMessage(chat types.JID, message *waWeb.WebMessageInfo) (past historyMessage, ok bool) {
	if message.GetMessage() == nil || message.GetKey().GetID() == "" {
		return past, false
	}
	event, err := l.client.ParseWebMessage(chat, message)
	if err != nil {
		l.engine.log.write(levelInfo, "engine", "a message of the past cannot be read: %v", err)
		return past, false
	}
	if event.Message == nil || l.passedOver(event) || event.Message.GetProtocolMessage().GetHistorySyncNotification() != nil {
		return past, false
	}
	heard, ok := l.convert(event)
	if !ok {
		return past, false
	}
	return historyMessage{
		Author: heard.Author, FromMe: heard.FromMe, ServerID: heard.ServerID, TimeMS: heard.TimeMS, Kind: heard.Kind,
		Text: heard.Text, Detail: heard.Detail, Target: heard.Target, PushName: heard.PushName, Raw: heard.Raw,
		State: pastState(message),
	}, true
}

// pastState is how far an own message was; nil for another's and for one that the phone had not sent.
func pastState(message *waWeb.WebMessageInfo) *string {
	if !message.GetKey().GetFromMe() || message.Status == nil {
		return nil
	}
	state := ""
	switch message.GetStatus() {
	case waWeb.WebMessageInfo_SERVER_ACK:
		state = "sent"
	case waWeb.WebMessageInfo_DELIVERY_ACK:
		state = "delivered"
	case waWeb.WebMessageInfo_READ, waWeb.WebMessageInfo_PLAYED:
		state = "read"
	default:
		return nil
	}
	return &state
}

// tellPastName tells what somebody calls himself; "-" is WhatsApp's word for nothing.
func (l *link) tellPastName(name *waHistorySync.Pushname) {
	who := l.person(jidOf(name.GetID()), noJID())
	if name.GetPushname() == "" || name.GetPushname() == "-" || who == (peer{}) {
		return
	}
	l.engine.say(pushName{Who: who, Name: name.GetPushname()})
}

// jidOf reads an address, or none.
func jidOf(text string) types.JID {
	id, err := types.ParseJID(text)
	if err != nil || id.User == "" {
		return noJID()
	}
	return id
}
