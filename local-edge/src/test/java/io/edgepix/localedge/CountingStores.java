package io.edgepix.localedge;

import io.edgepix.derivative.Key;
import io.edgepix.originresponse.store.Original;
import io.edgepix.originresponse.store.Store;
import io.edgepix.originresponse.store.StoreException;
import io.edgepix.originresponse.store.Stored;
import io.edgepix.originresponse.store.Stores;
import java.util.concurrent.atomic.AtomicInteger;

/** Real stores whose puts are counted, and fail while they are told to. */
final class CountingStores {
    private final AtomicInteger puts = new AtomicInteger();
    volatile boolean getsFail;
    volatile boolean putsFail;

    int count() {
        return puts.get();
    }

    Stores around(Stores stores) {
        return origin -> {
            Store store = stores.of(origin);
            return new Store() {
                @Override
                public Original get(Key key, int maxBytes) throws StoreException {
                    failIf(getsFail);
                    return store.get(key, maxBytes);
                }

                @Override
                public String put(Key key, Stored derivative) throws StoreException {
                    puts.incrementAndGet();
                    failIf(putsFail);
                    return store.put(key, derivative);
                }
            };
        };
    }

    private static void failIf(boolean fails) throws StoreException {
        if (fails) {
            throw new StoreException(StoreException.Reason.FAILED, "told to fail", null);
        }
    }
}
