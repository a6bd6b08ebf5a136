package main

// The frames of the phone's history, as wadesk/wire/engine_frames.py defines them.

type historyNotice struct {
	Seq       int    `json:"seq"`
	MessageID string `json:"message_id"`
	SyncType  string `json:"sync_type"`
	Chunk     int    `json:"chunk"`
	Progress  int    `json:"progress"`
	Raw       string `json:"raw"`
}

// historyMessage is one message of the past, as messageHeard has a live one; state is how far an own one was.
type historyMessage struct {
	Author   peer    `json:"author"`
	FromMe   bool    `json:"from_me"`
	ServerID string  `json:"server_id"`
	TimeMS   int64   `json:"time_ms"`
	Kind     string  `json:"kind"`
	Text     string  `json:"text"`
	Detail   string  `json:"detail"`
	Target   *string `json:"target"`
	PushName string  `json:"push_name"`
	State    *string `json:"state"`
	Raw      string  `json:"raw"`
}

// historyChat is a chat, or a part of one, with its messages, newest last.
type historyChat struct {
	Chat     peer             `json:"chat"`
	Name     string           `json:"name"`
	Unread   int              `json:"unread"`
	Messages []historyMessage `json:"messages"`
}

type historyChunk struct {
	Seq       int           `json:"seq"`
	MessageID string        `json:"message_id"`
	Chats     []historyChat `json:"chats"`
	Percent   int           `json:"percent"`
	Last      bool          `json:"last"`
}

func (historyNotice) tag() string { return "history_notice" }
func (historyChunk) tag() string  { return "history_chunk" }
