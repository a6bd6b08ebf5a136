package main

// The frames to the worker, as wadesk/wire/engine_frames.py defines them; tests/golden holds both to one file.

type ready struct {
	Protocol   int     `json:"protocol"`
	Network    string  `json:"network"`
	Version    string  `json:"version"`
	SelfNumber *string `json:"self_number"`
	SelfLID    *string `json:"self_lid"`
	PushName   string  `json:"push_name"`
}

type checkedNumber struct {
	Query string `json:"query"`
	Peer  *peer  `json:"peer"`
}

type reply struct {
	ID        int             `json:"id"`
	OK        bool            `json:"ok"`
	Error     string          `json:"error"`
	Outcome   *string         `json:"outcome"`
	Retry     bool            `json:"retry"`
	TimeMS    *int64          `json:"time_ms"`
	Raw       *string         `json:"raw"`
	Code      *string         `json:"code"`
	Checked   []checkedNumber `json:"checked"`
	Connected *bool           `json:"connected"`
	LoggedIn  *bool           `json:"logged_in"`
	Picture   *profilePicture `json:"picture"`
	Groups    []groupName     `json:"groups"`
}

// profilePicture is a picture's id and its small JPEG in base64: no JPEG, as it was known; no id, there is none.
type profilePicture struct {
	Picture *string `json:"picture"`
	JPEG    *string `json:"jpeg"`
}

type groupName struct {
	Group string `json:"group"`
	Name  string `json:"name"`
}

type qrCode struct {
	Attempt int    `json:"attempt"`
	Code    string `json:"code"`
	Number  int    `json:"number"`
	Of      int    `json:"of"`
	LifeMS  int64  `json:"life_ms"`
}

type qrTimeout struct {
	Attempt int `json:"attempt"`
}

type scannedWithoutMultidevice struct {
	Attempt int `json:"attempt"`
}

type prePair struct {
	Seq          int     `json:"seq"`
	Number       string  `json:"number"`
	LID          *string `json:"lid"`
	Platform     string  `json:"platform"`
	BusinessName string  `json:"business_name"`
}

type paired struct {
	Attempt  int     `json:"attempt"`
	Number   string  `json:"number"`
	LID      *string `json:"lid"`
	Platform string  `json:"platform"`
}

type pairError struct {
	Attempt int    `json:"attempt"`
	Error   string `json:"error"`
}

type passkeyRequest struct {
	Attempt   int    `json:"attempt"`
	PublicKey string `json:"public_key"`
}

type loginRestart struct {
	Attempt int `json:"attempt"`
}

type connected struct {
	Attempt int `json:"attempt"`
}

type disconnected struct {
	Attempt int `json:"attempt"`
}

type loggedOut struct {
	Attempt int    `json:"attempt"`
	Cause   string `json:"cause"`
	Code    int    `json:"code"`
}

type banned struct {
	Attempt int `json:"attempt"`
	Code    int `json:"code"`
}

type restricted struct {
	Attempt int `json:"attempt"`
	Code    int `json:"code"`
	Seconds int `json:"seconds"`
}

type replaced struct {
	Attempt int `json:"attempt"`
}

type outdated struct {
	Attempt int `json:"attempt"`
}

type connectFailure struct {
	Attempt int    `json:"attempt"`
	Code    int    `json:"code"`
	Reason  string `json:"reason"`
}

type streamError struct {
	Attempt int    `json:"attempt"`
	Code    string `json:"code"`
}

type keepaliveTimeout struct {
	Attempt int `json:"attempt"`
	Errors  int `json:"errors"`
}

type keepaliveRestored struct {
	Attempt int `json:"attempt"`
}

type offlinePreview struct {
	Attempt  int `json:"attempt"`
	Messages int `json:"messages"`
	Receipts int `json:"receipts"`
	Total    int `json:"total"`
}

type offlineDone struct {
	Attempt int `json:"attempt"`
	Count   int `json:"count"`
}

type messageHeard struct {
	Seq      int     `json:"seq"`
	Chat     peer    `json:"chat"`
	Author   peer    `json:"author"`
	FromMe   bool    `json:"from_me"`
	ServerID string  `json:"server_id"`
	TimeMS   int64   `json:"time_ms"`
	Kind     string  `json:"kind"`
	Text     string  `json:"text"`
	Detail   string  `json:"detail"`
	Target   *string `json:"target"`
	PushName string  `json:"push_name"`
	Raw      string  `json:"raw"`
	Resent   bool    `json:"resent"`
}

type receiptHeard struct {
	Seq        int      `json:"seq"`
	Chat       peer     `json:"chat"`
	Author     peer     `json:"author"`
	ByMe       bool     `json:"by_me"`
	MessageIDs []string `json:"message_ids"`
	Kind       string   `json:"kind"`
	TimeMS     int64    `json:"time_ms"`
}

type groupHeard struct {
	Seq    int     `json:"seq"`
	Group  string  `json:"group"`
	What   string  `json:"what"`
	Name   *string `json:"name"`
	TimeMS int64   `json:"time_ms"`
}

type undecryptable struct {
	Chat     peer   `json:"chat"`
	Author   peer   `json:"author"`
	FromMe   bool   `json:"from_me"`
	ServerID string `json:"server_id"`
	TimeMS   int64  `json:"time_ms"`
}

type pushName struct {
	Who  peer   `json:"who"`
	Name string `json:"name"`
}

type ownPushName struct {
	Name string `json:"name"`
}

type contactName struct {
	Who  peer   `json:"who"`
	Name string `json:"name"`
}

type phoneHeard struct {
	TimeMS int64 `json:"time_ms"`
}

type pictureChanged struct {
	Who     peer `json:"who"`
	Removed bool `json:"removed"`
}

type identityChange struct {
	Who    peer  `json:"who"`
	TimeMS int64 `json:"time_ms"`
}

type fatal struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

func (ready) tag() string                     { return "ready" }
func (reply) tag() string                     { return "reply" }
func (qrCode) tag() string                    { return "qr" }
func (qrTimeout) tag() string                 { return "qr_timeout" }
func (scannedWithoutMultidevice) tag() string { return "scanned_without_multidevice" }
func (prePair) tag() string                   { return "pre_pair" }
func (paired) tag() string                    { return "paired" }
func (pairError) tag() string                 { return "pair_error" }
func (passkeyRequest) tag() string            { return "passkey_request" }
func (loginRestart) tag() string              { return "login_restart" }
func (connected) tag() string                 { return "connected" }
func (disconnected) tag() string              { return "disconnected" }
func (loggedOut) tag() string                 { return "logged_out" }
func (banned) tag() string                    { return "banned" }
func (restricted) tag() string                { return "restricted" }
func (replaced) tag() string                  { return "replaced" }
func (outdated) tag() string                  { return "outdated" }
func (connectFailure) tag() string            { return "connect_failure" }
func (streamError) tag() string               { return "stream_error" }
func (keepaliveTimeout) tag() string          { return "keepalive_timeout" }
func (keepaliveRestored) tag() string         { return "keepalive_restored" }
func (offlinePreview) tag() string            { return "offline_preview" }
func (offlineDone) tag() string               { return "offline_done" }
func (messageHeard) tag() string              { return "message" }
func (receiptHeard) tag() string              { return "receipt" }
func (groupHeard) tag() string                { return "group" }
func (undecryptable) tag() string             { return "undecryptable" }
func (pushName) tag() string                  { return "push_name" }
func (ownPushName) tag() string               { return "own_push_name" }
func (contactName) tag() string               { return "contact" }
func (phoneHeard) tag() string                { return "phone_heard" }
func (pictureChanged) tag() string            { return "picture_changed" }
func (identityChange) tag() string            { return "identity_change" }
func (fatal) tag() string                     { return "fatal" }
