package main

import (
	"encoding/base64"
	"testing"
	"time"

	"go.mau.fi/whatsmeow/proto/waCommon"
	"go.mau.fi/whatsmeow/proto/waE2E"
	"go.mau.fi/whatsmeow/types"
	"go.mau.fi/whatsmeow/types/events"
	"google.golang.org/protobuf/proto"
)

func said(message *waE2E.Message) *events.Message {
	ana := types.NewJID("90000000000001", types.HiddenUserServer)
	event := &events.Message{RawMessage: message, Info: types.MessageInfo{
		ID: "3A01", Timestamp: time.UnixMilli(1790000000000),
		MessageSource: types.MessageSource{
			Chat: ana, Sender: ana, SenderAlt: types.NewJID("5511988880001", types.DefaultUserServer),
		},
	}}
	return event.UnwrapRaw()
}

func saidInGroup(message *waE2E.Message) *events.Message {
	event := said(message)
	event.Info.Chat = types.NewJID("120363000000000001", types.GroupServer)
	event.Info.IsGroup = true
	return event
}

func text(words string) *waE2E.Message { return &waE2E.Message{Conversation: proto.String(words)} }

func senderKey() *waE2E.SenderKeyDistributionMessage {
	return &waE2E.SenderKeyDistributionMessage{
		GroupID:                             proto.String("120363000000000001@g.us"),
		AxolotlSenderKeyDistributionMessage: []byte("key of the group"),
	}
}

// hear passes an event to the handler and returns what it said in the end.
func hear(e *engine, event any) <-chan bool {
	stored := make(chan bool, 1)
	go func() { stored <- e.link.Load().handle(event) }()
	return stored
}

func TestAMessageIsAcknowledgedOnlyWhenTheWorkerHasStoredIt(t *testing.T) {
	e, w := testEngine(t, nil)
	stored := hear(e, said(text("Oi")))
	var heard messageHeard
	w.next(&heard)
	select {
	case <-stored:
		t.Fatal("acknowledged before it was stored")
	case <-time.After(50 * time.Millisecond):
	}
	e.waiting.answer(ack{Seq: heard.Seq, Accept: true})
	if !<-stored {
		t.Error("not acknowledged")
	}
	if *heard.Chat.Number != "+5511988880001" || *heard.Chat.LID != "90000000000001" || heard.Text != "Oi" {
		t.Errorf("heard %+v", heard)
	}
}

func TestAWaitingMessageIsReleasedUnacknowledgedAtTheEnd(t *testing.T) {
	e, w := testEngine(t, nil)
	stored := hear(e, said(text("Oi")))
	w.next(&messageHeard{})
	e.waiting.release()
	if <-stored {
		t.Error("acknowledged without an answer")
	}
}

func TestAMessageThatThePhoneResentStaysBlockedRatherThanCountAsStored(t *testing.T) {
	e, w := testEngine(t, nil)
	event := said(text("Oi"))
	event.UnavailableRequestID = "3EB0"
	stored := hear(e, event)
	var heard messageHeard
	w.next(&heard)
	if !heard.Resent {
		t.Error("not marked as resent")
	}
	e.waiting.release()
	select {
	case <-stored:
		t.Error("the library takes this answer for success")
	case <-time.After(50 * time.Millisecond):
	}
	close(e.never)
	<-stored
}

func TestTheKeyThatPrecedesAGroupMessageDoesNotTakeItsId(t *testing.T) {
	e, w := testEngine(t, nil)
	key := saidInGroup(&waE2E.Message{
		SenderKeyDistributionMessage: senderKey(), MessageContextInfo: &waE2E.MessageContextInfo{},
	})
	if !<-hear(e, key) {
		t.Error("the key was not acknowledged")
	}
	w.silent()
	stored := hear(e, saidInGroup(text("Bom dia, grupo")))
	var heard messageHeard
	w.next(&heard)
	if heard.Text != "Bom dia, grupo" || heard.ServerID != key.Info.ID {
		t.Errorf("heard %+v", heard)
	}
	e.waiting.answer(ack{Seq: heard.Seq})
	<-stored
}

func TestWithoutTheCureTheKeyTakesTheIdOfAGroupMessage(t *testing.T) {
	e, w := testEngine(t, without{cureGroupKeyOnly: true})
	stored := hear(e, saidInGroup(&waE2E.Message{SenderKeyDistributionMessage: senderKey()}))
	var heard messageHeard
	w.next(&heard)
	if heard.ServerID != "3A01" || heard.Kind != "unknown" {
		t.Errorf("heard %+v", heard)
	}
	e.waiting.answer(ack{Seq: heard.Seq})
	<-stored
}

func TestAResentGroupMessageKeepsItsContentAndLosesItsKey(t *testing.T) {
	e, w := testEngine(t, nil)
	message := text("Bom dia")
	message.SenderKeyDistributionMessage = senderKey()
	stored := hear(e, saidInGroup(message))
	var heard messageHeard
	w.next(&heard)
	e.waiting.answer(ack{Seq: heard.Seq})
	<-stored
	raw, err := base64.StdEncoding.DecodeString(heard.Raw)
	if err != nil {
		t.Fatal(err)
	}
	var kept waE2E.Message
	if err := proto.Unmarshal(raw, &kept); err != nil || kept.GetConversation() != "Bom dia" {
		t.Errorf("kept %v, %v", &kept, err)
	}
	if kept.SenderKeyDistributionMessage != nil {
		t.Error("a key of the group left the key store")
	}
}

func TestAMessageWhoseConversionPanicsIsPassedOnRaw(t *testing.T) {
	e, w := testEngine(t, nil)
	e.link.Load().describe = func(*events.Message) content { panic("Oi, segredo") }
	stored := hear(e, said(text("Oi, segredo")))
	var heard messageHeard
	w.next(&heard)
	if heard.Kind != "unknown" || heard.Raw == "" || heard.ServerID != "3A01" {
		t.Errorf("heard %+v", heard)
	}
	e.waiting.answer(ack{Seq: heard.Seq})
	if !<-stored {
		t.Error("not acknowledged")
	}
}

func TestWhatOwnDevicesTellEachOtherStaysInTheEngine(t *testing.T) {
	e, w := testEngine(t, nil)
	event := said(&waE2E.Message{ProtocolMessage: &waE2E.ProtocolMessage{
		Type:                 waE2E.ProtocolMessage_APP_STATE_SYNC_KEY_SHARE.Enum(),
		AppStateSyncKeyShare: &waE2E.AppStateSyncKeyShare{},
	}})
	event.Info.IsFromMe = true
	if !<-hear(e, event) {
		t.Error("not acknowledged")
	}
	w.silent()
}

func TestAHistoryNoticeIsKeptAsItIs(t *testing.T) {
	e, w := testEngine(t, nil)
	notice := &waE2E.HistorySyncNotification{
		SyncType: waE2E.HistorySyncType_RECENT.Enum(), ChunkOrder: proto.Uint32(2), Progress: proto.Uint32(50),
		MediaKey: []byte("key"),
	}
	event := said(&waE2E.Message{ProtocolMessage: &waE2E.ProtocolMessage{
		Type: waE2E.ProtocolMessage_HISTORY_SYNC_NOTIFICATION.Enum(), HistorySyncNotification: notice,
	}})
	event.Info.IsFromMe = true
	stored := hear(e, event)
	var heard historyNotice
	w.next(&heard)
	raw, _ := base64.StdEncoding.DecodeString(heard.Raw)
	var kept waE2E.HistorySyncNotification
	if err := proto.Unmarshal(raw, &kept); err != nil || !proto.Equal(&kept, notice) {
		t.Errorf("kept %v, %v", &kept, err)
	}
	if heard.SyncType != "recent" || heard.Chunk != 2 || heard.Progress != 50 {
		t.Errorf("heard %+v", heard)
	}
	e.waiting.answer(ack{Seq: heard.Seq})
	<-stored
}

func TestSomebodyElsesHistoryNoticeIsNoNotice(t *testing.T) {
	e, w := testEngine(t, nil)
	stored := hear(e, said(&waE2E.Message{ProtocolMessage: &waE2E.ProtocolMessage{
		Type:                    waE2E.ProtocolMessage_HISTORY_SYNC_NOTIFICATION.Enum(),
		HistorySyncNotification: &waE2E.HistorySyncNotification{},
	}}))
	var heard messageHeard
	w.next(&heard)
	if heard.Kind != "system" {
		t.Errorf("heard %+v", heard)
	}
	e.waiting.answer(ack{Seq: heard.Seq})
	<-stored
}

func TestStatusPostsAndNewslettersAreAcknowledgedAndDropped(t *testing.T) {
	e, w := testEngine(t, nil)
	for _, chat := range []types.JID{types.StatusBroadcastJID, types.NewJID("1", types.NewsletterServer), types.NewMetaAIJID} {
		event := said(text("post"))
		event.Info.Chat = chat
		if !<-hear(e, event) {
			t.Errorf("%s was not acknowledged", chat.Server)
		}
	}
	w.silent()
}

func TestABroadcastListMessageBelongsToItsSendersChat(t *testing.T) {
	e, w := testEngine(t, nil)
	event := said(text("Oferta"))
	event.Info.Chat, event.Info.IsGroup = types.NewJID("1790000000", types.BroadcastServer), true
	stored := hear(e, event)
	var heard messageHeard
	w.next(&heard)
	if heard.Chat.Group != nil || *heard.Chat.Number != "+5511988880001" {
		t.Errorf("heard %+v", heard.Chat)
	}
	e.waiting.answer(ack{Seq: heard.Seq})
	<-stored
}

func TestAMessageTypedOnThePhoneHasTheCustomerAsChatAndUsAsAuthor(t *testing.T) {
	e, w := testEngine(t, nil)
	event := said(text("Já vai"))
	self := e.link.Load().self.Load()
	event.Info.IsFromMe = true
	event.Info.Sender, event.Info.SenderAlt = self.lid.ToNonAD(), noJID()
	event.Info.RecipientAlt = types.NewJID("5511988880001", types.DefaultUserServer)
	stored := hear(e, event)
	w.next(&phoneHeard{})
	var heard messageHeard
	w.next(&heard)
	if *heard.Chat.Number != "+5511988880001" || *heard.Author.Number != "+5511999990011" || !heard.FromMe {
		t.Errorf("heard %+v", heard)
	}
	e.waiting.answer(ack{Seq: heard.Seq})
	<-stored
}

func TestANumberIsLookedUpWhereTheEventHasTheLidAlone(t *testing.T) {
	e, _ := testEngine(t, nil)
	lid, number := types.NewJID("90000000000002", types.HiddenUserServer), types.NewJID("5511988880002", types.DefaultUserServer)
	if err := e.keys.container.library.LIDMap.PutLIDMapping(t.Context(), lid, number); err != nil {
		t.Fatal(err)
	}
	who := e.link.Load().person(lid, noJID())
	if who.Number == nil || *who.Number != "+5511988880002" {
		t.Errorf("got %+v", who)
	}
}

func TestAReactionAndARevokeNameTheirTarget(t *testing.T) {
	key := &waCommon.MessageKey{ID: proto.String("3A99")}
	for kind, message := range map[string]*waE2E.Message{
		"reaction": {ReactionMessage: &waE2E.ReactionMessage{Key: key, Text: proto.String("👍")}},
		"revoke":   {ProtocolMessage: &waE2E.ProtocolMessage{Type: waE2E.ProtocolMessage_REVOKE.Enum(), Key: key}},
		"edit": {EditedMessage: &waE2E.FutureProofMessage{Message: &waE2E.Message{ProtocolMessage: &waE2E.ProtocolMessage{
			Type: waE2E.ProtocolMessage_MESSAGE_EDIT.Enum(), Key: key, EditedMessage: text("novo"),
		}}}},
	} {
		is := describe(said(message))
		if is.kind != kind || is.target == nil || *is.target != "3A99" {
			t.Errorf("%s: %+v", kind, is)
		}
	}
}

func TestWhatOurPhoneSendsToABroadcastListStandsInEveryRecipientsChat(t *testing.T) {
	e, w := testEngine(t, nil)
	event := said(text("Oferta"))
	event.Info.Chat, event.Info.IsGroup, event.Info.IsFromMe = types.NewJID("1790000000", types.BroadcastServer), true, true
	event.Info.Sender = e.link.Load().self.Load().lid
	event.Info.BroadcastRecipients = []types.BroadcastRecipient{
		{LID: types.NewJID("90000000000001", types.HiddenUserServer), PN: types.NewJID("5511988880001", types.DefaultUserServer)},
		{PN: types.NewJID("5511988880002", types.DefaultUserServer)},
	}
	stored := hear(e, event)
	for _, number := range []string{"+5511988880001", "+5511988880002"} {
		var heard messageHeard
		w.next(&heard)
		if heard.Chat.Number == nil || *heard.Chat.Number != number || !heard.FromMe {
			t.Errorf("heard %+v", heard)
		}
		e.waiting.answer(ack{Seq: heard.Seq})
	}
	if !<-stored {
		t.Error("not acknowledged")
	}
}

func TestAReplacedClientAcknowledgesNothing(t *testing.T) {
	e, w := testEngine(t, nil)
	old := e.link.Load()
	device, _, err := e.keys.container.device(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	e.link.Store(e.newLink(device))
	if old.handle(said(text("Oi"))) {
		t.Error("acknowledged")
	}
	w.silent()
}
