package main

import (
	"context"
	"fmt"

	"go.mau.fi/whatsmeow/store"
	"go.mau.fi/whatsmeow/store/sqlstore"
	"go.mau.fi/whatsmeow/types"
)

// container is the library's, with cured stores in every device that leaves it: also in a freshly paired one, whose
// stores the library fills in when it first saves the device.
type container struct {
	library *sqlstore.Container
	turns   *turns
	without without
}

func newContainer(library *sqlstore.Container, off without) *container {
	c := &container{library: library, without: off}
	if !off.has(cureTurns) {
		c.turns = newTurns()
	}
	return c
}

// device returns the one device of the store, or a new one that pairs; many is true when there is more than one.
func (c *container) device(ctx context.Context) (device *store.Device, many bool, err error) {
	devices, err := c.library.GetAllDevices(ctx)
	switch {
	case err != nil:
		return nil, false, fmt.Errorf("reading the devices: %w", err)
	case len(devices) > 1:
		return nil, true, nil
	case len(devices) == 1:
		c.cure(devices[0])
		return devices[0], false, nil
	}
	device = c.library.NewDevice()
	device.Container = c
	return device, false, nil
}

// PutDevice saves a device for the library.
func (c *container) PutDevice(ctx context.Context, device *store.Device) error {
	err := c.library.PutDevice(ctx, device)
	c.cure(device)
	return err
}

// DeleteDevice removes a device for the library.
func (c *container) DeleteDevice(ctx context.Context, device *store.Device) error {
	return c.library.DeleteDevice(ctx, device)
}

// forget removes every device by its row: after an unlinking the library still works on its own object.
func (c *container) forget(ctx context.Context) error {
	devices, err := c.library.GetAllDevices(ctx)
	if err != nil {
		return fmt.Errorf("reading the devices: %w", err)
	}
	for _, device := range devices {
		if err := c.library.DeleteDevice(ctx, &store.Device{ID: device.ID}); err != nil {
			return fmt.Errorf("deleting a device: %w", err)
		}
	}
	return nil
}

func (c *container) cure(device *store.Device) {
	if _, done := device.Sessions.(*curedSessions); done || device.ID == nil {
		return
	}
	device.Container = c
	device.Sessions = &curedSessions{
		SessionStore: device.Sessions,
		own:          ownUsers(*device.ID, device.LID),
		mendStates:   !c.without.has(cureSessionStates),
		lockEncrypt:  !c.without.has(cureTurns),
	}
	device.EventBuffer = &curedBuffer{EventBuffer: device.EventBuffer, turns: c.turns}
}

// ownUsers are the names under which this number's own devices have sessions.
func ownUsers(number, lid types.JID) []string {
	if lid.IsEmpty() {
		return []string{number.User}
	}
	return []string{number.User, lid.User}
}
