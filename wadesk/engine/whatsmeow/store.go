package main

import (
	"context"
	"crypto/hkdf"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
	_ "github.com/ncruces/go-sqlite3/vfs/xts" // the encrypting file system named in the address
	"go.mau.fi/whatsmeow/store/sqlstore"
)

// keyStore is the slot's encrypted database: WhatsApp's keys and sessions, and the plaintext of what is not
// acknowledged yet.
type keyStore struct {
	db        *sql.DB
	container *container
}

// openStore opens or makes engine.db. The library's container is wrapped, which is where the cures sit.
func openStore(ctx context.Context, folder string, key []byte, network string, off without, log *journal) (*keyStore, error) {
	secret, err := hkdf.Key(sha256.New, key, nil, "WaDesk engine store 1", 64)
	if err != nil {
		return nil, fmt.Errorf("deriving the store's key: %w", err)
	}
	db, err := driver.Open(storeAddress(filepath.Join(folder, "engine.db")), unlock(hex.EncodeToString(secret)))
	if err != nil {
		return nil, storeFailure(err)
	}
	// One writer at a time and few readers: more only cost memory.
	db.SetMaxOpenConns(4)
	db.SetMaxIdleConns(1)
	if err := claimStore(ctx, db, network); err != nil {
		_ = db.Close()
		return nil, err
	}
	library := sqlstore.NewWithDB(db, "sqlite3", log.library("Database"))
	if err := library.Upgrade(ctx); err != nil {
		_ = db.Close()
		return nil, storeFailure(err)
	}
	return &keyStore{db: db, container: newContainer(library, off)}, nil
}

// storeAddress names the encrypting file system; the key is never part of it.
func storeAddress(path string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	return "file:" + (&url.URL{Path: slashed}).EscapedPath() + "?vfs=xts&_txlock=immediate"
}

// unlock gives every new connection the key before anything else, then what makes each commit survive a power cut.
func unlock(hexKey string) func(*sqlite3.Conn) error {
	pragmas := "PRAGMA hexkey='" + hexKey + "';" +
		"PRAGMA foreign_keys=ON;PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA temp_store=MEMORY;"
	if runtime.GOOS == "darwin" {
		pragmas += "PRAGMA fullfsync=ON;"
	}
	return func(conn *sqlite3.Conn) error { return conn.Exec(pragmas) }
}

// claimStore writes the network's name into a new store and refuses that of another network.
func claimStore(ctx context.Context, db *sql.DB, network string) error {
	const table = `CREATE TABLE IF NOT EXISTS wadesk_network (one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL)`
	if _, err := db.ExecContext(ctx, table); err != nil {
		return storeFailure(err)
	}
	if _, err := db.ExecContext(ctx, `INSERT OR IGNORE INTO wadesk_network VALUES (1, ?)`, network); err != nil {
		return storeFailure(err)
	}
	var name string
	if err := db.QueryRowContext(ctx, `SELECT name FROM wadesk_network`).Scan(&name); err != nil {
		return storeFailure(err)
	}
	if name != network {
		return &failure{code: "network", detail: "the key store belongs to " + name}
	}
	return nil
}

// storeFailure translates SQLite's errors; its texts stay out of the frame.
func storeFailure(err error) error {
	code, detail := "store", "the key store cannot be opened"
	switch {
	case errors.Is(err, sqlite3.NOTADB):
		code, detail = "wrong_key", ""
	case errors.Is(err, sqlite3.CORRUPT):
		code, detail = "damaged", ""
	case errors.Is(err, sqlite3.FULL):
		detail = "the disk is full"
	}
	return &failure{code: code, detail: detail}
}
