// Package mermaid reads and writes the journey diagrams of Mermaid: a text of
// sections and of lines “task: score: actor, actor”.
//
// Find looks for diagrams in a document, Read makes Diagrams of them, Project
// makes a journey.Project of Diagrams, and Write turns one map back into text.
// Where Mermaid takes a text, Read understands it as Mermaid does. Where
// Mermaid refuses it or garbles what it says, Read understands it as a person
// would, and says so in a journey.Problem with the line.
//
// The package must never lose words in silence, never panic, and never need
// more time or memory than a fixed multiple of its input: what it reads comes
// from anywhere. It opens no files and imports journey only.
package mermaid
