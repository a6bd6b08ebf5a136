package main

import (
	"encoding/base64"
	"strings"

	"go.mau.fi/whatsmeow/proto/waE2E"
	"go.mau.fi/whatsmeow/types"
	"google.golang.org/protobuf/proto"
)

// noticeFrame passes the phone's offer of history on as it is. The server does not send it again, so it is stored
// before anything is fetched, and its receipt waits for history_done.
func noticeFrame(seq int, id string, notice *waE2E.HistorySyncNotification) frame {
	heard := historyNotice{
		Seq: seq, MessageID: id, SyncType: strings.ToLower(notice.GetSyncType().String()),
		Chunk: int(notice.GetChunkOrder()), Progress: int(notice.GetProgress()),
	}
	if raw, err := proto.Marshal(notice); err == nil {
		heard.Raw = base64.StdEncoding.EncodeToString(raw)
	}
	return heard
}

// historyDone sends the receipt of a notice whose history is stored.
func (e *engine) historyDone(command historyDoneCommand) {
	l := e.link.Load()
	if !l.sends() {
		e.say(reply{ID: command.ID, Error: "not_connected"})
		return
	}
	err := l.client.SendProtocolMessageReceipt(e.ctx, command.MessageID, types.ReceiptTypeHistorySync)
	if err != nil {
		e.log.warn("sending a history receipt: %v", err)
		e.say(reply{ID: command.ID, Error: "receipt_failed"})
		return
	}
	e.say(reply{ID: command.ID, OK: true})
}
