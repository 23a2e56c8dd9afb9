package io.edgepix.localqueue.invalidation;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the body of CreateInvalidation. */
final class InvalidationBatch {
    private InvalidationBatch() {}

    /**
     * Returns the paths.
     *
     * @throws IllegalArgumentException if the body is not XML
     */
    static List<String> paths(InputStream body) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<String> paths = new ArrayList<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(body);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Path")) {
                    paths.add(xml.getElementText());
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(e);
        }
        return paths;
    }
}
