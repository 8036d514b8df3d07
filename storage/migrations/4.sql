-- A map can say from which side it is read.

ALTER TABLE "map" ADD COLUMN "direction" TEXT NOT NULL DEFAULT '';
