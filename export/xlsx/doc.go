// Package xlsx writes maps as a workbook: of each a sheet as people expect it,
// stages over steps and lanes beside them, and sheets with a row a card, a
// stage, a lane, from which an import makes the same maps again. It must never
// write a formula: what begins like one is text.
package xlsx
