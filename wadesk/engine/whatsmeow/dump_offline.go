//go:build offline

package main

import (
	"bufio"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"strings"
)

// inspect serves "dump FOLDER": every value of a slot's key store, one a line, for tests that look for what must
// not be in it. The key comes on stdin in base64. Only the offline build has it.
func inspect(arguments []string) (code int, asked bool) {
	if len(arguments) != 3 || arguments[1] != "dump" {
		return 0, false
	}
	if err := dump(arguments[2], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "dump:", err)
		return 1, true
	}
	return 0, true
}

func dump(folder string, stdin io.Reader, out io.Writer) error {
	text, err := io.ReadAll(stdin)
	if err != nil {
		return err
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimSpace(string(text)))
	if err != nil {
		return err
	}
	ctx := context.Background()
	store, err := openStore(ctx, folder, key, networkOffline, without{}, newJournal(io.Discard))
	if err != nil {
		return err
	}
	defer store.db.Close()
	tables, err := column(ctx, store, `SELECT name FROM sqlite_master WHERE type = 'table'`)
	if err != nil {
		return err
	}
	lines := bufio.NewWriter(out)
	for _, table := range tables {
		values, err := column(ctx, store, `SELECT * FROM "`+table+`"`)
		if err != nil {
			return fmt.Errorf("reading a table: %w", err)
		}
		for _, value := range values {
			fmt.Fprintln(lines, value)
		}
	}
	return lines.Flush()
}

// column reads every value of every row as text, bytes as they are.
func column(ctx context.Context, store *keyStore, query string) ([]string, error) {
	rows, err := store.db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	var values []string
	for rows.Next() {
		row := make([]any, len(names))
		for i := range row {
			row[i] = new(any)
		}
		if err := rows.Scan(row...); err != nil {
			return nil, err
		}
		for _, cell := range row {
			switch value := (*cell.(*any)).(type) {
			case []byte:
				values = append(values, string(value))
			default:
				values = append(values, fmt.Sprint(value))
			}
		}
	}
	return values, rows.Err()
}
