package io.edgepix.originresponse;

import io.edgepix.derivative.Key;
import io.edgepix.originresponse.store.Original;
import io.edgepix.originresponse.store.Store;
import io.edgepix.originresponse.store.StoreException;
import io.edgepix.originresponse.store.Stored;
import java.util.HashMap;
import java.util.Map;

/** A bucket in memory that counts what is done to it. */
class MemoryStore implements Store {
    final Map<String, byte[]> originals = new HashMap<>();
    final Map<String, Stored> derivatives = new HashMap<>();
    int gets;

    @Override
    public Original get(Key key, int maxBytes) throws StoreException {
        gets++;
        byte[] bytes = originals.get(key.value());
        if (bytes == null) {
            throw new StoreException(StoreException.Reason.MISSING, "no such key", null);
        }
        if (bytes.length > maxBytes) {
            throw new StoreException(StoreException.Reason.TOO_LARGE, bytes.length + " bytes", null);
        }
        return new Original(bytes, "\"original-etag\"");
    }

    @Override
    public String put(Key key, Stored derivative) throws StoreException {
        derivatives.put(key.value(), derivative);
        return "\"derivative-etag\"";
    }
}
