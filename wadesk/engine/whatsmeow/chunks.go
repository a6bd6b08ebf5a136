package main

import (
	"encoding/json"

	"go.mau.fi/whatsmeow/proto/waE2E"
	"go.mau.fi/whatsmeow/proto/waHistorySync"
)

const (
	// chunkMessages and chunkBytes bound a piece of history, so that one commit of the worker stays short and the
	// frame far below its limit.
	chunkMessages = 200
	chunkBytes    = 4 * 1024 * 1024
)

// chunks cuts history into pieces and passes each on, waiting, as soon as it is full.
type chunks struct {
	messageID string
	percent   int
	keep      func(build func(seq int) frame) bool
	chats     []historyChat
	messages  int
	bytes     int
}

func newChunks(messageID string, percent int, keep func(func(int) frame) bool) *chunks {
	return &chunks{messageID: messageID, percent: percent, keep: keep, chats: []historyChat{}}
}

// percentOf is how far the phone says it is.
func percentOf(notice *waE2E.HistorySyncNotification, blob *waHistorySync.HistorySync) int {
	percent := max(notice.GetProgress(), blob.GetProgress())
	return int(min(percent, 100))
}

// add takes a chat with all its messages, oldest first. A long chat is cut: its newest piece comes first, so that
// what people look for is there early. False when the worker takes no more.
func (c *chunks) add(chat historyChat, messages []historyMessage) bool {
	for {
		part, size := c.fitting(messages)
		if len(part) == 0 && len(messages) > 0 || len(c.chats) >= chunkMessages {
			if !c.flush(false) {
				return false
			}
			continue
		}
		chat.Messages = part
		c.chats = append(c.chats, chat)
		c.messages += len(part)
		c.bytes += size
		messages = messages[:len(messages)-len(part)]
		if len(messages) == 0 {
			return true
		}
	}
}

// fitting is the newest part of messages that still has room, and its size as JSON. An empty piece takes one message
// of any size, without its raw form where that alone is too much.
func (c *chunks) fitting(messages []historyMessage) ([]historyMessage, int) {
	size, from := 0, len(messages)
	for from > 0 && c.messages+len(messages)-from < chunkMessages {
		one := &messages[from-1]
		if len(one.Raw) > chunkBytes/2 {
			one.Raw = ""
		}
		length := jsonLength(*one)
		if c.bytes+size+length > chunkBytes && c.messages+len(messages)-from > 0 {
			break
		}
		size += length
		from--
	}
	return messages[from:], size
}

func jsonLength(message historyMessage) int {
	text, err := json.Marshal(message)
	if err != nil {
		return 0
	}
	return len(text)
}

// close passes on what is left; the last piece may be empty.
func (c *chunks) close() bool { return c.flush(true) }

func (c *chunks) flush(last bool) bool {
	full := historyChunk{MessageID: c.messageID, Chats: c.chats, Percent: c.percent, Last: last}
	c.chats, c.messages, c.bytes = []historyChat{}, 0, 0
	return c.keep(func(seq int) frame {
		full.Seq = seq
		return full
	})
}
