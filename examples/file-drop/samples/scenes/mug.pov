// SPDX-License-Identifier: Apache-2.0
// A stoneware mug, half dipped in speckled glaze, on a white sweep.
#declare Fine = 0;
#include "studio.inc"

#declare Glaze = texture {
  pigment {
    crackle form <1, 0, 0>
    turbulence 0.15
    scale 0.034
    color_map {
      [0.20 color srgb <0.15, 0.24, 0.28>]
      [0.26 color srgb <0.37, 0.59, 0.61>]
      [1.00 color srgb <0.40, 0.62, 0.63>]
    }
  }
  normal { bumps 0.025 scale 0.14 }
  finish { diffuse 0.72 specular 0.35 roughness 0.006 reflection { 0.02, 0.95 fresnel on } conserve_energy }
}
#declare Clay = texture {
  pigment {
    bozo
    scale 0.02
    color_map { [0 color srgb <0.76, 0.62, 0.50>] [1 color srgb <0.68, 0.54, 0.42>] }
  }
  normal { granite 0.12 scale 0.05 }
  finish { diffuse 0.78 }
}
#declare Dipped = texture {
  gradient y
  turbulence 0.012
  texture_map { [0.23 Clay] [0.235 Glaze] }
}

#declare Product = union {
  difference {
    Round_Cylinder_Union(0, y * 0.98, 0.42, 0.05)
    Round_Cylinder_Union(y * 0.06, y * 1.5, 0.375, 0.05)
    plane { -y, -0.955 }
  }
  torus { 0.3975, 0.0225 translate y * 0.955 }
  // the handle
  difference {
    torus { 0.245, 0.042 rotate x * 90 scale <1.05, 1.18, 1.5> translate <0.47, 0.53, 0> }
    cylinder { y * -1, y * 2, 0.40 }
  }
  texture { Dipped }
  interior { ior 1.5 }
}
#declare Coffee = cylinder {
  y * 0.06, y * 0.80, 0.378
  texture {
    pigment { color srgb <0.16, 0.075, 0.03> }
    finish { diffuse 0.7 reflection { 0.0, 1.0 fresnel on } conserve_energy }
  }
  interior { ior 1.33 }
}

Studio_Camera(<0.35, 2.5, -5.2>, <0.09, 0.46, 0>, 22)
Studio_Lights(0.85, 0.25, 0.8)
Backdrop_Sweep(Paper(rgb 0.82), 2.5, 2)
union { object { Product } object { Coffee } rotate y * 28 }
