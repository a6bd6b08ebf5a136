package main

import (
	"encoding/base64"

	"go.mau.fi/whatsmeow/proto/waE2E"
	"go.mau.fi/whatsmeow/types"
	"go.mau.fi/whatsmeow/types/events"
	"google.golang.org/protobuf/proto"
)

// hearMessage passes a message on and reports whether the worker has stored it.
func (l *link) hearMessage(event *events.Message) bool {
	if l.passedOver(event) {
		return true
	}
	if notice := event.Message.GetProtocolMessage().GetHistorySyncNotification(); notice != nil && event.Info.IsFromMe {
		return l.stored(event, func(seq int) frame { return noticeFrame(seq, event.Info.ID, notice) })
	}
	for _, copied := range perChat(event) {
		heard, ok := l.convert(copied)
		if ok && !l.stored(copied, func(seq int) frame {
			heard.Seq = seq
			return heard
		}) {
			return false
		}
	}
	return true
}

// perChat is the event, or for what our phone sent to a broadcast list one event for the chat of each recipient.
func perChat(event *events.Message) []*events.Message {
	if !event.Info.IsFromMe || !event.Info.Chat.IsBroadcastList() {
		return []*events.Message{event}
	}
	var copies []*events.Message
	for _, recipient := range event.Info.BroadcastRecipients {
		copied := *event
		copied.Info.Chat, copied.Info.RecipientAlt = recipient.LID, recipient.PN
		if recipient.LID.IsEmpty() {
			copied.Info.Chat, copied.Info.RecipientAlt = recipient.PN, noJID()
		}
		copied.Info.IsGroup = false
		copies = append(copies, &copied)
	}
	return copies
}

// stored waits for the worker. A message that the phone has resent stays blocked when there is no answer: there the
// library takes false for success.
func (l *link) stored(event *events.Message, build func(seq int) frame) bool {
	stored := l.engine.keep(build)
	if !stored && event.UnavailableRequestID != "" {
		<-l.engine.never
	}
	return stored
}

// passedOver are messages that nobody shall see: a group message is two events with one id, of which the first holds
// only a key and would take the id of the content; and what the phone tells its own devices is the library's, holds
// keys, and has been handled when we hear of it. The history notice is ours.
func (l *link) passedOver(event *events.Message) bool {
	if isGroupKeyOnly(event.Message) && !l.engine.network.without.has(cureGroupKeyOnly) {
		return true
	}
	speaks := event.Message.GetProtocolMessage()
	return speaks != nil && event.Info.IsFromMe && isAmongOwnDevices(speaks.GetType())
}

// isGroupKeyOnly reports whether a message holds a sender key and nothing else.
func isGroupKeyOnly(message *waE2E.Message) bool {
	if message.GetSenderKeyDistributionMessage() == nil {
		return false
	}
	rest := proto.Clone(message).(*waE2E.Message)
	rest.SenderKeyDistributionMessage = nil
	rest.MessageContextInfo = nil
	return proto.Size(rest) == 0
}

func isAmongOwnDevices(kind waE2E.ProtocolMessage_Type) bool {
	switch kind {
	case waE2E.ProtocolMessage_APP_STATE_SYNC_KEY_SHARE,
		waE2E.ProtocolMessage_APP_STATE_SYNC_KEY_REQUEST,
		waE2E.ProtocolMessage_APP_STATE_FATAL_EXCEPTION_NOTIFICATION,
		waE2E.ProtocolMessage_INITIAL_SECURITY_NOTIFICATION_SETTING_SYNC,
		waE2E.ProtocolMessage_MSG_FANOUT_BACKFILL_REQUEST,
		waE2E.ProtocolMessage_PEER_DATA_OPERATION_REQUEST_MESSAGE,
		waE2E.ProtocolMessage_PEER_DATA_OPERATION_REQUEST_RESPONSE_MESSAGE,
		waE2E.ProtocolMessage_LID_MIGRATION_MAPPING_SYNC:
		return true
	}
	return false
}

// convert makes the frame of a message; ok is false for one that has no place here. A panic on the way is caught,
// and the message passed on raw: it would be lost otherwise.
func (l *link) convert(event *events.Message) (heard messageHeard, ok bool) {
	defer func() {
		if cause := recover(); cause != nil {
			l.engine.log.warn("converting a message panicked at %s", trace())
			heard.Kind, heard.Text, heard.Detail, heard.Target = "unknown", "", "", nil
			ok = true
		}
	}()
	heard = messageHeard{
		FromMe:   event.Info.IsFromMe,
		ServerID: event.Info.ID,
		TimeMS:   event.Info.Timestamp.UnixMilli(),
		PushName: event.Info.PushName,
		Resent:   event.RetryCount > 0 || event.UnavailableRequestID != "",
	}
	heard.Chat, heard.Author, ok = l.places(&event.Info)
	if !ok {
		return heard, false
	}
	heard.Raw = rawOf(event.RawMessage)
	is := l.describe(event)
	heard.Kind, heard.Text, heard.Detail, heard.Target = is.kind, is.text, is.detail, is.target
	return heard, true
}

// rawOf is the message as it came, without the sender key of its group: that is the key store's.
func rawOf(message *waE2E.Message) string {
	if message.GetSenderKeyDistributionMessage() != nil {
		message = proto.Clone(message).(*waE2E.Message)
		message.SenderKeyDistributionMessage = nil
	}
	raw, err := proto.Marshal(message)
	// A message near the frame's limit is told without its raw form rather than not at all.
	if err != nil || len(raw) > frameLimit/2 {
		return ""
	}
	return base64.StdEncoding.EncodeToString(raw)
}

// hearReceipt passes a receipt on.
func (l *link) hearReceipt(event *events.Receipt) bool {
	chat, author, ok := l.placesOf(&event.MessageSource)
	if !ok || len(event.MessageIDs) == 0 {
		return true
	}
	return l.engine.keep(func(seq int) frame {
		return receiptHeard{
			Seq: seq, Chat: chat, Author: author, ByMe: event.IsFromMe, MessageIDs: event.MessageIDs,
			Kind: receiptKind(event.Type), TimeMS: event.Timestamp.UnixMilli(),
		}
	})
}

// receiptKind names a receipt. One of type inactive tells that a device got the message while nobody looks at it: a
// phone shows no tick for it, so it is no delivery here.
func receiptKind(kind types.ReceiptType) string {
	switch kind {
	case types.ReceiptTypeDelivered:
		return "delivered"
	case types.ReceiptTypeRead:
		return "read"
	case types.ReceiptTypePlayed:
		return "played"
	case types.ReceiptTypeSender:
		return "sender"
	case types.ReceiptTypeReadSelf:
		return "read_self"
	case types.ReceiptTypePlayedSelf:
		return "played_self"
	case types.ReceiptTypeRetry:
		return "retry"
	case types.ReceiptTypeServerError:
		return "server_error"
	}
	return "other"
}
