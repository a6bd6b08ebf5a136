package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"io"
	"testing"

	"go.mau.fi/whatsmeow/store"
	"google.golang.org/protobuf/proto"
)

func TestThePhonesListOfDevicesShowsTheSlotsName(t *testing.T) {
	before := proto.Clone(store.DeviceProps)
	t.Cleanup(func() {
		proto.Reset(store.DeviceProps)
		proto.Merge(store.DeviceProps, before)
	})
	setDeviceProps("WaDesk · Balcão", "recent")
	if store.DeviceProps.GetOs() != "WaDesk · Balcão" || store.DeviceProps.GetRequireFullSync() {
		t.Errorf("got %v", store.DeviceProps)
	}
	for _, choice := range []struct {
		history      string
		full         bool
		days, months uint32
	}{{"recent", false, 0, 90}, {"none", false, 1, 1}, {"full", true, 3650, 3650}} {
		setDeviceProps("WaDesk · Balcão", choice.history)
		props := store.DeviceProps
		config := props.GetHistorySyncConfig()
		if props.GetRequireFullSync() != choice.full || config.GetRecentSyncDaysLimit() != choice.months ||
			choice.days != 0 && config.GetFullSyncDaysLimit() != choice.days || !config.GetInlineInitialPayloadInE2EeMsg() {
			t.Errorf("%s gives %v", choice.history, props)
		}
		proto.Reset(store.DeviceProps)
		proto.Merge(store.DeviceProps, before)
	}
}

func TestAWorkerThatLeavesBeforeHelloIsNoFailure(t *testing.T) {
	_, err := readHello(newPipe(bytes.NewReader(nil), nil), networkOffline)
	if err != io.EOF || asFailure(err) != nil {
		t.Errorf("got %v", err)
	}
}

func TestHelloIsTheFirstFrameAndNoOther(t *testing.T) {
	body, err := json.Marshal(map[string]any{"type": "status", "id": 1})
	if err != nil {
		t.Fatal(err)
	}
	wire := append(binary.BigEndian.AppendUint32(nil, uint32(len(body))), body...)
	_, err = readHello(newPipe(bytes.NewReader(wire), nil), networkOffline)
	if codeOf(err) != "protocol" {
		t.Errorf("got %v", err)
	}
}
