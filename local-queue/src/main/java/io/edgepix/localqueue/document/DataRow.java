package io.edgepix.localqueue.document;

import com.google.gson.JsonObject;

/**
 * A row of a file: the data of one document.
 *
 * @param number the number of the row, from 1
 * @param line the line of the file on which it begins, from 1
 */
record DataRow(int number, long line, JsonObject data) {
    /** Returns the words for this row. */
    String place() {
        return "row " + number + " (line " + line + ")";
    }
}
