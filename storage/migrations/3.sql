-- Choices for an export have a name, and what a room said of a map can be a vote
-- or an idea.

CREATE TABLE "preset" (
	"id"      TEXT NOT NULL PRIMARY KEY,
	"order"   TEXT NOT NULL DEFAULT '',
	"title"   TEXT NOT NULL DEFAULT '',
	"options" TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

ALTER TABLE "comment" ADD COLUMN "mark"  TEXT NOT NULL DEFAULT '';
ALTER TABLE "comment" ADD COLUMN "value" REAL;
