package io.edgepix.documents.layout;

import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.resource.CSSResource;
import com.openhtmltopdf.resource.ImageResource;
import com.openhtmltopdf.resource.XMLResource;
import io.edgepix.derivative.Key;
import io.edgepix.documents.files.DocumentSource;
import io.edgepix.documents.files.References;
import io.edgepix.documents.pictures.Pictures;
import io.edgepix.documents.problem.DocumentProblem;
import java.io.StringReader;

/** Gives openhtmltopdf the files of the bucket, and nothing else. */
final class BucketFiles implements UserAgentCallback {
    private final String base;
    private final DocumentSource source;
    private final References references;
    private final Pictures pictures;

    BucketFiles(Key template, DocumentSource source, References references, Pictures pictures) {
        this.base = template.path();
        this.source = source;
        this.references = references;
        this.pictures = pictures;
    }

    @Override
    public CSSResource getCSSResource(String uri, ExternalResourceType type) {
        String url = file(uri);
        if (References.isData(url)) {
            throw DocumentProblem.broken(references.template() + ": " + References.shown(url)
                    + ": expected the path of a stylesheet in the bucket, got a data: URL");
        }
        return new CSSResource(new StringReader(source.text(Key.ofPath(url))));
    }

    @Override
    public ImageResource getImageResource(String uri, ExternalResourceType type) {
        String url = file(uri);
        return new ImageResource(url, pictures.open(url));
    }

    @Override
    public XMLResource getXMLResource(String uri, ExternalResourceType type) {
        throw refused(uri);
    }

    @Override
    public byte[] getBinaryResource(String uri, ExternalResourceType type) {
        throw refused(uri);
    }

    private String file(String uri) {
        return References.isData(uri) ? uri : references.resolve(base, uri).path();
    }

    private DocumentProblem refused(String uri) {
        return DocumentProblem.broken(references.template() + ": " + References.shown(uri)
                + ": expected a stylesheet, a picture or a font, got a file of another kind");
    }

    @Override
    public boolean isVisited(String uri) {
        return false;
    }

    @Override
    public void setBaseURL(String url) {
        // It is always the path of the template.
    }

    @Override
    public String getBaseURL() {
        return base;
    }

    @Override
    public String resolveURI(String uri) {
        return resolveUri(base, uri);
    }

    /** Returns a {@code data:} URL, a place in the document as in {@code target-counter()}, or the path of a key. */
    @Override
    public String resolveUri(String baseUri, String uri) {
        if (References.isData(uri) || uri.startsWith("#")) {
            return uri;
        }
        int fragment = baseUri.indexOf('#');
        String path = fragment < 0 ? baseUri : baseUri.substring(0, fragment);
        return references.resolve(path.startsWith("/") ? path : base, uri).path();
    }
}
