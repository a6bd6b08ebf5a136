package main

import (
	"encoding/base64"
	"errors"
	"runtime/debug"
	"strings"

	"go.mau.fi/whatsmeow"
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

// noticeOf reads a kept notice; nil for what is none.
func noticeOf(text string) *waE2E.HistorySyncNotification {
	raw, err := base64.StdEncoding.DecodeString(text)
	var notice waE2E.HistorySyncNotification
	if err != nil || len(raw) == 0 || proto.Unmarshal(raw, &notice) != nil {
		return nil
	}
	return &notice
}

// fetchHistory loads what a kept notice offers and passes it on in pieces that wait each. Nothing is remembered
// between two calls but where the blob lies: after an end at any point it gives the same messages again.
func (e *engine) fetchHistory(command fetchHistoryCommand) {
	l := e.link.Load()
	notice := noticeOf(command.Raw)
	inline := len(notice.GetInitialHistBootstrapInlinePayload()) > 0
	switch {
	case notice == nil:
		e.say(reply{ID: command.ID, Error: "bad_notice"})
		return
	case l.self.Load() == nil, !inline && !l.sends():
		e.say(reply{ID: command.ID, Error: "not_connected"})
		return
	}
	blob, err := l.client.DownloadHistorySync(e.ctx, notice, true)
	if err != nil {
		e.log.warn("fetching history: %v", err)
		e.say(reply{ID: command.ID, Error: historyError(inline, err)})
		return
	}
	l.keepBlob(command.MessageID, notice)
	for _, name := range blob.GetPushnames() {
		l.tellPastName(name)
	}
	chunks := newChunks(command.MessageID, percentOf(notice, blob), e.keep)
	for _, conversation := range blob.GetConversations() {
		if !l.current() || !l.passOn(chunks, conversation) {
			e.say(reply{ID: command.ID, Error: "stopped"})
			return
		}
	}
	if !chunks.close() {
		e.say(reply{ID: command.ID, Error: "stopped"})
		return
	}
	// A blob of 10,000 messages takes 70 MiB; Go would keep them for minutes, in every engine of ten.
	debug.FreeOSMemory()
	e.say(reply{ID: command.ID, OK: true})
}

// historyError tells a blob that is gone, or broken for good, from one that is worth another try.
func historyError(inline bool, err error) string {
	for _, gone := range [...]error{
		whatsmeow.ErrMediaDownloadFailedWith403, whatsmeow.ErrMediaDownloadFailedWith404,
		whatsmeow.ErrMediaDownloadFailedWith410,
	} {
		if errors.Is(err, gone) {
			return "gone"
		}
	}
	if inline || strings.HasPrefix(err.Error(), "failed to unmarshal") {
		return "bad_notice"
	}
	return "download"
}

// keepBlob remembers where the blob of a notice lies, so that history_done can delete it.
func (l *link) keepBlob(messageID string, notice *waE2E.HistorySyncNotification) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.blobs == nil {
		l.blobs = map[string]*waE2E.HistorySyncNotification{}
	}
	l.blobs[messageID] = notice
}

func (l *link) takeBlob(messageID string) *waE2E.HistorySyncNotification {
	l.mu.Lock()
	defer l.mu.Unlock()
	notice := l.blobs[messageID]
	delete(l.blobs, messageID)
	return notice
}

// historyDone sends the receipt of a notice whose history is stored, and has its blob deleted; an engine that was
// ended in between does not know the blob any more, and WhatsApp deletes it in its own time.
func (e *engine) historyDone(command historyDoneCommand) {
	l := e.link.Load()
	if !l.sends() {
		e.say(reply{ID: command.ID, Error: "not_connected"})
		return
	}
	err := l.client.SendProtocolMessageReceipt(e.ctx, command.MessageID, types.ReceiptTypeHistorySync)
	if err != nil {
		e.answer(command.ID, "sending a history receipt", "receipt_failed", err)
		return
	}
	if blob := l.takeBlob(command.MessageID); blob.GetDirectPath() != "" {
		err := l.client.DeleteMedia(e.ctx, whatsmeow.MediaHistory, blob.GetDirectPath(), blob.GetFileEncSHA256(), blob.GetEncHandle())
		if err != nil {
			e.log.warn("deleting a history blob: %v", err)
		}
	}
	e.say(reply{ID: command.ID, OK: true})
}
