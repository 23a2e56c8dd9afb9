package io.edgepix.imaging.originals;

import java.util.Base64;

/**
 * {@link Paint#corners} of 80x40 as JPEGs with arithmetic coding. They were written by libjpeg-turbo, since no Java
 * library writes them.
 */
public final class ArithmeticJpeg {
    public static final byte[] SEQUENTIAL = decode("""
            /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMU
            FRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU
            FBQUFBQUFBT/yQARCAAoAFADAREAAhEBAxEB/8wACgAQEAUBEBEF/9oADAMBAAIRAxEAPwD/ANlJHFQSon/qxlGa+/Pf09HOqjSD
            A1Ew4jttL3R1RKWmytEE5VHD52KlMn1Xcg0w8xX3KzCgA6aDV8MV3/0133Y/msqEwYAS3yZtXq8Ryw+4wSCHZMAqLjfOwbp0l3yh
            X+uoKqrf+o2cLP5/hJEVhxLnaqZh3VeTXt09kAncJ74+kHeahC1FImpml7kIPHzIF+PoOFVSKV+rms9I3Tnw4zHoxy8hwQLzDqR8
            JzmdhpMPo79J17inXOLXnx2vjYfTQHvVFR/oXTZfG8HMlWOSYQzJvTvpv//Z
            """);

    public static final byte[] PROGRESSIVE = decode("""
            /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMU
            FRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU
            FBQUFBQUFBT/ygARCAAoAFADAREAAhEBAxEB/8wABgAQARD/2gAMAwEAAhADEAAAAf8Aso/bcTPrUDzG1PV5drrJH1QO9uAkEw/r
            DTUmj8jg16mdnbcoPPLBNpnOfhJqzSx0KKwYuikqn4bo/8wABBAF/9oACAEBAAEFArjSan2V6mpn79gLf2jzTORA/8wABBEF/9oA
            CAEDAQE/AbjTLgvps6L1O7E68eCCMdyIiZk71ncnxUHSdmrfqnVJg4wu5KgIv++uxnO+gP/MAAQRBf/aAAgBAgEBPwG5AEBY7niR
            UuFuXnZytpiV062Pz9j3otKgqcRrMHc68bYjmG8FVeTcIRciIYGdff/MAAQQBf/aAAgBAQAGPwK4g+78QrSISG/okBQAqQ1JZLvu
            SsKhMDK+VOrFdv/MAAQQBf/aAAgBAQABPyGtzOAAAnbNZ6TqjcFOMeA2SP/aAAwDAQACAAMAAAAQ/wD/AJkEO65kDbbbbaOMLAgV
            prAg/8wABBEF/9oACAEDAQE/EK3YI6AEOVwAAAlsPez+YyD/zAAEEQX/2gAIAQIBAT8QrczhaHVodAAAATLeeCT/zAAEEAX/2gAI
            AQEAAT8Qs26wAAFodAAACbNmnn86/9k=
            """);

    private ArithmeticJpeg() {}

    private static byte[] decode(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }
}
