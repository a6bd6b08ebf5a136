package main

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"testing"

	"go.mau.fi/whatsmeow/proto/waCommon"
	"go.mau.fi/whatsmeow/proto/waE2E"
	"go.mau.fi/whatsmeow/proto/waHistorySync"
	"go.mau.fi/whatsmeow/proto/waWeb"
	"google.golang.org/protobuf/proto"
)

// noticed is a kept notice with blob inside.
func noticed(t *testing.T, blob *waHistorySync.HistorySync) string {
	t.Helper()
	raw, err := proto.Marshal(blob)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	writer := zlib.NewWriter(&packed)
	_, _ = writer.Write(raw)
	_ = writer.Close()
	notice, err := proto.Marshal(&waE2E.HistorySyncNotification{
		InitialHistBootstrapInlinePayload: packed.Bytes(), Progress: proto.Uint32(40),
	})
	if err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(notice)
}

// once is a message of the past.
func once(id string, at uint64, own bool, status waWeb.WebMessageInfo_Status, says *waE2E.Message) *waHistorySync.HistorySyncMsg {
	key := &waCommon.MessageKey{ID: &id, FromMe: &own, RemoteJID: proto.String("5511988880001@s.whatsapp.net")}
	return &waHistorySync.HistorySyncMsg{Message: &waWeb.WebMessageInfo{
		Key: key, MessageTimestamp: &at, Status: &status, Message: says, PushName: proto.String("Ana"),
	}}
}

func pastOfAna() *waHistorySync.HistorySync {
	return &waHistorySync.HistorySync{
		SyncType: waHistorySync.HistorySync_INITIAL_BOOTSTRAP.Enum(),
		Pushnames: []*waHistorySync.Pushname{
			{ID: proto.String("5511988880001@s.whatsapp.net"), Pushname: proto.String("Ana 🌻")},
			{ID: proto.String("5511988880002@s.whatsapp.net"), Pushname: proto.String("-")},
		},
		PhoneNumberToLidMappings: []*waHistorySync.PhoneNumberToLIDMapping{
			{PnJID: proto.String("5511988880001@s.whatsapp.net"), LidJID: proto.String("90000000000001@lid")},
		},
		Conversations: []*waHistorySync.Conversation{
			{ID: proto.String("status@broadcast"), Messages: []*waHistorySync.HistorySyncMsg{once("3A0", 1, false, 0, text("x"))}},
			{
				ID: proto.String("5511988880001@s.whatsapp.net"), DisplayName: proto.String("Ana da loja"), UnreadCount: proto.Uint32(2),
				Messages: []*waHistorySync.HistorySyncMsg{
					once("3A4", 1789000003, false, 0, text("Obrigada")),
					once("3A3", 1789000002, true, waWeb.WebMessageInfo_READ, text("Já vai")),
					once("3A2", 1789000001, false, 0, nil),
					once("3A1", 1789000000, false, 0, text("Oi")),
				},
			},
			{ID: proto.String("120363000000000001@g.us"), Name: proto.String("Obras")},
		},
	}
}

func TestThePastIsToldAsOftenAsItIsAskedForWithNamesStatesAndOrder(t *testing.T) {
	e, w := testEngine(t, nil)
	e.histories = newLane()
	raw := noticed(t, pastOfAna())
	for round := range 2 {
		e.obey(fetchHistoryCommand{ID: round, MessageID: "3A06", Raw: raw})
		var name pushName
		w.next(&name)
		var chunk historyChunk
		w.next(&chunk)
		ana, group := chunk.Chats[0], chunk.Chats[1]
		if name.Name != "Ana 🌻" || *name.Who.LID != "90000000000001" || !chunk.Last || chunk.Percent != 40 || len(chunk.Chats) != 2 {
			t.Fatalf("got %+v and %+v", name, chunk)
		}
		if ana.Name != "Ana da loja" || ana.Unread != 2 || *ana.Chat.LID != "90000000000001" || group.Name != "Obras" || *group.Chat.Group != "120363000000000001@g.us" {
			t.Errorf("got %+v and %+v", ana, group)
		}
		if len(ana.Messages) != 3 || ana.Messages[0].Text != "Oi" || ana.Messages[0].State != nil || ana.Messages[0].TimeMS != 1789000000000 {
			t.Fatalf("got %+v", ana.Messages)
		}
		own := ana.Messages[1]
		if *own.State != "read" || !own.FromMe || *own.Author.Number != "+5511999990011" || own.ServerID != "3A3" || own.Raw == "" {
			t.Errorf("got %+v", own)
		}
		w.silent()
		e.waiting.answer(ack{Seq: chunk.Seq, Accept: true})
		var done reply
		w.next(&done)
		if !done.OK || done.ID != round {
			t.Errorf("got %+v", done)
		}
	}
}

func TestANoticeThatIsNoneOrNeedsAConnectionIsRefused(t *testing.T) {
	e, w := testEngine(t, nil)
	e.histories = newLane()
	elsewhere, err := proto.Marshal(&waE2E.HistorySyncNotification{DirectPath: proto.String("/v/t62?x=1")})
	if err != nil {
		t.Fatal(err)
	}
	broken, err := proto.Marshal(&waE2E.HistorySyncNotification{InitialHistBootstrapInlinePayload: []byte("nonsense")})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct {
		raw  []byte
		code string
	}{{nil, "bad_notice"}, {[]byte{255}, "bad_notice"}, {broken, "bad_notice"}, {elsewhere, "not_connected"}} {
		e.obey(fetchHistoryCommand{ID: 1, Raw: base64.StdEncoding.EncodeToString(one.raw)})
		var refused reply
		w.next(&refused)
		if refused.OK || refused.Error != one.code {
			t.Errorf("wanted %s, got %+v", one.code, refused)
		}
	}
}
