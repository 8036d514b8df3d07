-- A lane can be folded, a map can show how much its stages hurt and what they
-- add up to, and a card can belong to how things are or to how they shall be.

ALTER TABLE "lane" ADD COLUMN "folded"  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "map"  ADD COLUMN "heat"    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "map"  ADD COLUMN "summary" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "card" ADD COLUMN "state"   TEXT    NOT NULL DEFAULT '';
