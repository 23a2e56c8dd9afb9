// Part of both functions.

// Returns the values of a header, separated by commas; an empty text if there is none.
function valueOf(headers, name) {
  const header = headers[name] || { value: '' };
  return header.multiValue ? header.multiValue.map((each) => each.value).join(', ') : header.value;
}
