package io.edgepix.imaging;

import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.model.Limits;

/** Renders SVGs with the native renderer. */
interface SvgRendering extends Contract {
    /** A rectangle that covers the viewport. */
    String ALL = "<rect width='100%' height='100%' fill='#00f'/>";

    /** A rectangle in each corner of 100 by 60, in the colours of {@link io.edgepix.imaging.originals.Paint#corners}. */
    String CORNERS = """
            <rect width="50" height="30" fill="#f00"/><rect x="50" width="50" height="30" fill="#0f0"/>\
            <rect y="30" width="50" height="30" fill="#00f"/><rect x="50" y="30" width="50" height="30" fill="#fff"/>""";

    @Override
    default Renderer renderer(Limits limits) {
        return NativeRenderer.find(limits).orElseThrow();
    }
}
