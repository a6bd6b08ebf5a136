package main

import (
	"encoding/base64"
	"errors"
	"io"

	"go.mau.fi/whatsmeow/proto/waCompanionReg"
	"go.mau.fi/whatsmeow/store"
	"google.golang.org/protobuf/proto"
)

// protocol is ENGINE_PROTOCOL of wadesk/wire/engine_frames.py.
const protocol = 1

// keyLength is that of the slot's key, from which the store's is derived.
const keyLength = 32

// readHello takes the first frame and refuses one that is not for this engine; io.EOF when the worker is gone.
func readHello(pipe *pipe, network string) (*hello, error) {
	body, err := pipe.read()
	if errors.Is(err, io.EOF) {
		return nil, io.EOF
	} else if err != nil {
		return nil, &failure{code: "protocol", detail: err.Error()}
	}
	first, err := decode(body)
	if err != nil {
		return nil, &failure{code: "protocol", detail: err.Error()}
	}
	h, ok := first.(hello)
	switch {
	case !ok:
		return nil, &failure{code: "protocol", detail: "the first frame is not hello"}
	case h.Protocol != protocol:
		return nil, &failure{code: "protocol", detail: "another protocol number"}
	case h.Network != network:
		return nil, &failure{code: "network", detail: "this engine speaks " + network}
	case h.Folder == "":
		return nil, &failure{code: "protocol", detail: "no folder"}
	}
	if h.key, err = base64.StdEncoding.DecodeString(h.Key); err != nil || len(h.key) != keyLength {
		return nil, &failure{code: "protocol", detail: "the key is not 32 bytes"}
	}
	return &h, nil
}

// recentDays is what phones offer by themselves as recent history.
const recentDays = 90

// setDeviceProps names this device as the phone's list of linked devices shall show it, and says how much history
// the phone shall offer; the library reads both when it registers.
func setDeviceProps(name, history string) {
	if name != "" {
		store.DeviceProps.Os = proto.String(name)
	}
	store.DeviceProps.RequireFullSync = proto.Bool(history == "full")
	config := proto.Clone(store.DeviceProps.HistorySyncConfig).(*waCompanionReg.DeviceProps_HistorySyncConfig)
	switch history {
	case "full":
		// Ten years and 100 GiB: more than a phone holds.
		config.FullSyncDaysLimit, config.RecentSyncDaysLimit = proto.Uint32(3650), proto.Uint32(3650)
		config.FullSyncSizeMbLimit = proto.Uint32(102400)
	case "none":
		// There is no word for nothing: a zero may read as no limit. What still comes the worker leaves unfetched.
		config.FullSyncDaysLimit, config.RecentSyncDaysLimit = proto.Uint32(1), proto.Uint32(1)
		config.FullSyncSizeMbLimit, config.InitialSyncMaxMessagesPerChat = proto.Uint32(1), proto.Uint32(1)
	default:
		config.RecentSyncDaysLimit = proto.Uint32(recentDays)
	}
	store.DeviceProps.HistorySyncConfig = config
}
