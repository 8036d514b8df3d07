-- A table for each kind of row. Parents and references are plain columns: what
-- a deletion takes along is the program's business, never the database's.

CREATE TABLE "persona" (
	"id"       TEXT NOT NULL PRIMARY KEY,
	"order"    TEXT NOT NULL DEFAULT '',
	"name"     TEXT NOT NULL DEFAULT '',
	"facts"    TEXT NOT NULL DEFAULT '',
	"text"     TEXT NOT NULL DEFAULT '',
	"portrait" TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE "channel" (
	"id"    TEXT NOT NULL PRIMARY KEY,
	"order" TEXT NOT NULL DEFAULT '',
	"name"  TEXT NOT NULL DEFAULT '',
	"icon"  TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE "person" (
	"id"    TEXT NOT NULL PRIMARY KEY,
	"order" TEXT NOT NULL DEFAULT '',
	"name"  TEXT NOT NULL DEFAULT '',
	"icon"  TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE "media" (
	"id"   TEXT NOT NULL PRIMARY KEY,
	"hash" TEXT NOT NULL DEFAULT '',
	"type" TEXT NOT NULL DEFAULT '',
	"size" INTEGER NOT NULL DEFAULT 0,
	"name" TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE "map" (
	"id"           TEXT NOT NULL PRIMARY KEY,
	"order"        TEXT NOT NULL DEFAULT '',
	"title"        TEXT NOT NULL DEFAULT '',
	"subtitle"     TEXT NOT NULL DEFAULT '',
	"state"        TEXT NOT NULL DEFAULT '',
	"persona"      TEXT NOT NULL DEFAULT '',
	"scenario"     TEXT NOT NULL DEFAULT '',
	"goal"         TEXT NOT NULL DEFAULT '',
	"organisation" TEXT NOT NULL DEFAULT '',
	"owner"        TEXT NOT NULL DEFAULT '',
	"status"       TEXT NOT NULL DEFAULT '',
	"review"       TEXT NOT NULL DEFAULT '',
	"version"      TEXT NOT NULL DEFAULT '',
	"date"         TEXT NOT NULL DEFAULT '',
	"layout"       TEXT NOT NULL DEFAULT '',
	"metric"       TEXT NOT NULL DEFAULT '',
	"header_width" REAL NOT NULL DEFAULT 0,
	"access_title" TEXT NOT NULL DEFAULT '',
	"description"  TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE "stage" (
	"id"            TEXT NOT NULL PRIMARY KEY,
	"map"           TEXT NOT NULL DEFAULT '',
	"order"         TEXT NOT NULL DEFAULT '',
	"title"         TEXT NOT NULL DEFAULT '',
	"hue"           INTEGER NOT NULL DEFAULT 0,
	"note"          TEXT NOT NULL DEFAULT '',
	"speaker_notes" TEXT NOT NULL DEFAULT '',
	"minutes"       REAL,
	"width"         REAL NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE "step" (
	"id"    TEXT NOT NULL PRIMARY KEY,
	"stage" TEXT NOT NULL DEFAULT '',
	"order" TEXT NOT NULL DEFAULT '',
	"title" TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE "lane" (
	"id"       TEXT NOT NULL PRIMARY KEY,
	"map"      TEXT NOT NULL DEFAULT '',
	"order"    TEXT NOT NULL DEFAULT '',
	"kind"     TEXT NOT NULL DEFAULT '',
	"title"    TEXT NOT NULL DEFAULT '',
	"caption"  TEXT NOT NULL DEFAULT '',
	"icon"     TEXT NOT NULL DEFAULT '',
	"height"   REAL NOT NULL DEFAULT 0,
	"hue"      INTEGER NOT NULL DEFAULT 0,
	"hidden"   INTEGER NOT NULL DEFAULT 0,
	"locked"   INTEGER NOT NULL DEFAULT 0,
	"line"     TEXT NOT NULL DEFAULT '',
	"persona"  TEXT NOT NULL DEFAULT '',
	"entries"  TEXT NOT NULL DEFAULT '',
	"least"    REAL,
	"greatest" REAL,
	"names"    TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE "card" (
	"id"           TEXT NOT NULL PRIMARY KEY,
	"lane"         TEXT NOT NULL DEFAULT '',
	"stage"        TEXT NOT NULL DEFAULT '',
	"step"         TEXT NOT NULL DEFAULT '',
	"steps"        INTEGER NOT NULL DEFAULT 0,
	"order"        TEXT NOT NULL DEFAULT '',
	"title"        TEXT NOT NULL DEFAULT '',
	"text"         TEXT NOT NULL DEFAULT '',
	"icon"         TEXT NOT NULL DEFAULT '',
	"hue"          INTEGER NOT NULL DEFAULT 0,
	"channel"      TEXT NOT NULL DEFAULT '',
	"use"          TEXT NOT NULL DEFAULT '',
	"feeling"      REAL,
	"offset"       INTEGER NOT NULL DEFAULT 0,
	"persona"      TEXT NOT NULL DEFAULT '',
	"role"         TEXT NOT NULL DEFAULT '',
	"line"         INTEGER NOT NULL DEFAULT 0,
	"entered"      REAL,
	"completed"    REAL,
	"dropped"      REAL,
	"pain"         INTEGER NOT NULL DEFAULT 0,
	"truth"        INTEGER NOT NULL DEFAULT 0,
	"severity"     INTEGER NOT NULL DEFAULT 0,
	"impact"       INTEGER NOT NULL DEFAULT 0,
	"effort"       INTEGER NOT NULL DEFAULT 0,
	"value"        REAL,
	"unit"         TEXT NOT NULL DEFAULT '',
	"target"       REAL,
	"tick"         REAL,
	"better"       TEXT NOT NULL DEFAULT '',
	"chart"        TEXT NOT NULL DEFAULT '',
	"series"       TEXT NOT NULL DEFAULT '',
	"series_names" TEXT NOT NULL DEFAULT '',
	"source"       TEXT NOT NULL DEFAULT '',
	"date"         TEXT NOT NULL DEFAULT '',
	"minutes"      REAL,
	"longest"      REAL,
	"tags"         TEXT NOT NULL DEFAULT '',
	"owner"        TEXT NOT NULL DEFAULT '',
	"status"       TEXT NOT NULL DEFAULT '',
	"evidence"     TEXT NOT NULL DEFAULT '',
	"links"        TEXT NOT NULL DEFAULT '',
	"image"        TEXT NOT NULL DEFAULT '',
	"image_alt"    TEXT NOT NULL DEFAULT '',
	"file"         TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE "link" (
	"id"      TEXT NOT NULL PRIMARY KEY,
	"map"     TEXT NOT NULL DEFAULT '',
	"from"    TEXT NOT NULL DEFAULT '',
	"to"      TEXT NOT NULL DEFAULT '',
	"title"   TEXT NOT NULL DEFAULT '',
	"percent" REAL,
	"form"    TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE "note" (
	"id"    TEXT NOT NULL PRIMARY KEY,
	"map"   TEXT NOT NULL DEFAULT '',
	"order" TEXT NOT NULL DEFAULT '',
	"lane"  TEXT NOT NULL DEFAULT '',
	"stage" TEXT NOT NULL DEFAULT '',
	"x"     REAL NOT NULL DEFAULT 0,
	"y"     REAL NOT NULL DEFAULT 0,
	"width" REAL NOT NULL DEFAULT 0,
	"text"  TEXT NOT NULL DEFAULT '',
	"hue"   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE "comment" (
	"id"     TEXT NOT NULL PRIMARY KEY,
	"on"     TEXT NOT NULL DEFAULT '',
	"author" TEXT NOT NULL DEFAULT '',
	"at"     TEXT NOT NULL DEFAULT '',
	"text"   TEXT NOT NULL DEFAULT '',
	"done"   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE "hint" (
	"id"    TEXT NOT NULL PRIMARY KEY,
	"lane"  TEXT NOT NULL DEFAULT '',
	"stage" TEXT NOT NULL DEFAULT '',
	"step"  TEXT NOT NULL DEFAULT '',
	"text"  TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE "view" (
	"id"       TEXT NOT NULL PRIMARY KEY,
	"map"      TEXT NOT NULL DEFAULT '',
	"order"    TEXT NOT NULL DEFAULT '',
	"title"    TEXT NOT NULL DEFAULT '',
	"lanes"    TEXT NOT NULL DEFAULT '',
	"stages"   TEXT NOT NULL DEFAULT '',
	"personas" TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- What was done, in order. The body stands last, so that reading the list of
-- entries seldom touches it.
CREATE TABLE "log" (
	"seq"     INTEGER PRIMARY KEY,
	"at"      INTEGER NOT NULL DEFAULT 0,
	"label"   TEXT NOT NULL DEFAULT '',
	"undo"    INTEGER NOT NULL DEFAULT 0,
	"of"      INTEGER NOT NULL DEFAULT 0,
	"changes" TEXT NOT NULL DEFAULT ''
) STRICT;

-- Named positions of the log.
CREATE TABLE "version" (
	"id"   INTEGER PRIMARY KEY,
	"seq"  INTEGER NOT NULL DEFAULT 0,
	"at"   INTEGER NOT NULL DEFAULT 0,
	"name" TEXT NOT NULL DEFAULT ''
) STRICT;

-- The bytes of media by the hexadecimal SHA-256 of them.
CREATE TABLE "blob" (
	"hash"  TEXT NOT NULL PRIMARY KEY,
	"bytes" BLOB NOT NULL
) STRICT;
