package main

import (
	"encoding/json"
	"errors"
	"fmt"
)

// The frames from the worker, as wadesk/wire/engine_frames.py defines them; tests/golden holds both to one file.

// peer is somebody or some group: a person has a number (E.164), a LID (digits) or both, a group its JID.
type peer struct {
	Number *string `json:"number"`
	LID    *string `json:"lid"`
	Group  *string `json:"group"`
}

type hello struct {
	Protocol   int     `json:"protocol"`
	Network    string  `json:"network"`
	Number     *string `json:"number"`
	Key        string  `json:"key"`
	Folder     string  `json:"folder"`
	DeviceName string  `json:"device_name"`
	History    string  `json:"history"`
	LogLevel   string  `json:"log_level"`
	Proxy      *string `json:"proxy"`

	key []byte
}

type ack struct {
	Seq    int    `json:"seq"`
	Accept bool   `json:"accept"`
	Reason string `json:"reason"`
}

type connectCommand struct {
	ID      int `json:"id"`
	Attempt int `json:"attempt"`
}

type reconnectCommand struct {
	ID      int `json:"id"`
	Attempt int `json:"attempt"`
}

type disconnectCommand struct {
	ID int `json:"id"`
}

type logoutCommand struct {
	ID int `json:"id"`
}

type forgetCommand struct {
	ID int `json:"id"`
}

type pairCodeCommand struct {
	ID     int    `json:"id"`
	Number string `json:"number"`
}

type buildCommand struct {
	ID   int    `json:"id"`
	Kind string `json:"kind"`
	Text string `json:"text"`
}

type sendCommand struct {
	ID        int    `json:"id"`
	Sender    string `json:"sender"`
	To        peer   `json:"to"`
	MessageID string `json:"message_id"`
	Raw       string `json:"raw"`
}

type markReadCommand struct {
	ID         int      `json:"id"`
	Chat       peer     `json:"chat"`
	Author     peer     `json:"author"`
	MessageIDs []string `json:"message_ids"`
	TimeMS     int64    `json:"time_ms"`
}

type presenceCommand struct {
	ID        int  `json:"id"`
	Available bool `json:"available"`
}

type checkCommand struct {
	ID      int      `json:"id"`
	Numbers []string `json:"numbers"`
}

type statusCommand struct {
	ID int `json:"id"`
}

type fetchPictureCommand struct {
	ID    int     `json:"id"`
	Who   peer    `json:"who"`
	Known *string `json:"known"`
}

type fetchGroupsCommand struct {
	ID int `json:"id"`
}

type fetchHistoryCommand struct {
	ID        int    `json:"id"`
	MessageID string `json:"message_id"`
	Raw       string `json:"raw"`
}

type historyDoneCommand struct {
	ID        int    `json:"id"`
	MessageID string `json:"message_id"`
}

type exitCommand struct {
	ID int `json:"id"`
}

func (hello) tag() string               { return "hello" }
func (ack) tag() string                 { return "ack" }
func (connectCommand) tag() string      { return "connect" }
func (reconnectCommand) tag() string    { return "reconnect" }
func (disconnectCommand) tag() string   { return "disconnect" }
func (logoutCommand) tag() string       { return "logout" }
func (forgetCommand) tag() string       { return "forget" }
func (pairCodeCommand) tag() string     { return "pair_code" }
func (buildCommand) tag() string        { return "build" }
func (sendCommand) tag() string         { return "send" }
func (markReadCommand) tag() string     { return "mark_read" }
func (presenceCommand) tag() string     { return "presence" }
func (checkCommand) tag() string        { return "check" }
func (statusCommand) tag() string       { return "status" }
func (fetchPictureCommand) tag() string { return "fetch_picture" }
func (fetchGroupsCommand) tag() string  { return "fetch_groups" }
func (fetchHistoryCommand) tag() string { return "fetch_history" }
func (historyDoneCommand) tag() string  { return "history_done" }
func (exitCommand) tag() string         { return "exit" }

// errNotAFrame is JSON that is none of the worker's frames; it never quotes the content.
var errNotAFrame = errors.New("not a frame of this channel")

// decode returns the frame in body as one of the types above.
func decode(body []byte) (frame, error) {
	var head struct {
		Type string `json:"type"`
	}
	if err := json.Unmarshal(body, &head); err != nil {
		return nil, errNotAFrame
	}
	switch head.Type {
	case "hello":
		return fill[hello](body)
	case "ack":
		return fill[ack](body)
	case "connect":
		return fill[connectCommand](body)
	case "reconnect":
		return fill[reconnectCommand](body)
	case "disconnect":
		return fill[disconnectCommand](body)
	case "logout":
		return fill[logoutCommand](body)
	case "forget":
		return fill[forgetCommand](body)
	case "pair_code":
		return fill[pairCodeCommand](body)
	case "build":
		return fill[buildCommand](body)
	case "send":
		return fill[sendCommand](body)
	case "mark_read":
		return fill[markReadCommand](body)
	case "presence":
		return fill[presenceCommand](body)
	case "check":
		return fill[checkCommand](body)
	case "status":
		return fill[statusCommand](body)
	case "fetch_picture":
		return fill[fetchPictureCommand](body)
	case "fetch_groups":
		return fill[fetchGroupsCommand](body)
	case "fetch_history":
		return fill[fetchHistoryCommand](body)
	case "history_done":
		return fill[historyDoneCommand](body)
	case "exit":
		return fill[exitCommand](body)
	}
	return nil, fmt.Errorf("%w: unknown type", errNotAFrame)
}

func fill[F frame](body []byte) (frame, error) {
	var f F
	if err := json.Unmarshal(body, &f); err != nil {
		return nil, fmt.Errorf("%w: %s", errNotAFrame, f.tag())
	}
	return f, nil
}
