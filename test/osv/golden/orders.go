// Prints each version beside the one before it, as golang.org/x/mod orders them.
package main

import (
	"bufio"
	"fmt"
	"os"

	"golang.org/x/mod/semver"
)

func main() {
	before := ""
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		version := lines.Text()
		if before != "" {
			sign := map[int]string{-1: "<", 0: "==", 1: ">"}[semver.Compare("v"+before, "v"+version)]
			fmt.Println(before, sign, version)
		}
		before = version
	}
}
